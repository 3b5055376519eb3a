package se.ledfyr.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.surveys.MembershipRefused;
import se.ledfyr.surveys.Participants;

/// The platform's members: taken in and ended with a day, and every time they were members.
@Controller
@RequestMapping(MemberController.PATH)
class MemberController {

    static final String PATH = CompilationController.PATH + "/members";

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final Participants participants;
    private final Organisations organisations;
    private final Languages languages;
    private final Clock clock;

    MemberController(Participants participants, Organisations organisations, Languages languages, Clock clock) {
        this.participants = participants;
        this.organisations = organisations;
        this.languages = languages;
        this.clock = clock;
    }

    /// What was written in the form that takes somebody in.
    ///
    /// @param organisation id; empty for none chosen
    record Asked(String organisation, String label, String from) {}

    @GetMapping
    @Transactional
    String list(Model model) {
        Acting.require(Right.COMPILE_CONTACTS);
        return show(new Asked("", participants.freeLabel(), today().toString()), Map.of(), Map.of(), model);
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.COMPILE_CONTACTS);
        try {
            participants.join(organisation(organisation), label.strip(), day(from, MembershipRefused.Why.FIRST_DAY));
        } catch (Unreadable unreadable) {
            return again(new Asked(organisation, label, from), unreadable.why(), request, model);
        } catch (MembershipRefused refused) {
            return again(new Asked(organisation, label, from), refused.why(), request, model);
        }
        next.addFlashAttribute("notice", "contacts.members.added");
        return "redirect:" + PATH;
    }

    @PostMapping("/{organisation}/end")
    String end(
            @PathVariable String organisation,
            @RequestParam(defaultValue = "") String last,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.COMPILE_CONTACTS);
        OrganisationId member = member(organisation);
        try {
            participants.leave(member, day(last, MembershipRefused.Why.LAST_DAY));
        } catch (Unreadable | MembershipRefused refused) {
            String words = languages.of(request).get("contacts.members.error.last-day");
            Asked nothing = new Asked("", participants.freeLabel(), today().toString());
            return show(nothing, Map.of("last-" + member.value(), words), Map.of(member, last), model);
        }
        next.addFlashAttribute("notice", "contacts.members.ended");
        return "redirect:" + PATH;
    }

    private String again(Asked asked, MembershipRefused.Why why, HttpServletRequest request, Model model) {
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put(field(why), languages.of(request).get("contacts.members.error." + why.slug()));
        return show(asked, errors, Map.of(), model);
    }

    private static String field(MembershipRefused.Why why) {
        return switch (why) {
            case NO_ORGANISATION, MEMBER_ALREADY -> "organisation";
            case LABEL -> "label";
            case FIRST_DAY, LAST_DAY -> "from";
        };
    }

    private String show(Asked asked, Map<String, String> errors, Map<OrganisationId, String> lastDays, Model model) {
        model.addAttribute("lines", MemberLine.of(participants.history(), this::name));
        model.addAttribute("candidates", options(asked.organisation()));
        model.addAttribute("label", asked.label());
        model.addAttribute("from", asked.from());
        model.addAttribute("today", today().toString());
        model.addAttribute("lastDays", lastDays);
        model.addAttribute("errors", errors);
        return "surveys/members";
    }

    private List<Option> options(String chosen) {
        return participants.candidates().stream()
                .map(each -> new Option(
                        each.id().value().toString(),
                        each.name(),
                        each.id().value().toString().equals(chosen)))
                .toList();
    }

    private String name(OrganisationId id) {
        return organisations.find(id).map(Organisation::name).orElse("");
    }

    private static OrganisationId organisation(String text) throws Unreadable {
        try {
            return OrganisationId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new Unreadable(MembershipRefused.Why.NO_ORGANISATION);
        }
    }

    /// @throws NotHere for what is no id
    private static OrganisationId member(String text) {
        try {
            return OrganisationId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotHere();
        }
    }

    private static LocalDate day(String text, MembershipRefused.Why why) throws Unreadable {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException noDay) {
            throw new Unreadable(why);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL_TIME);
    }

    /// What was written cannot be read.
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final MembershipRefused.Why why;

        Unreadable(MembershipRefused.Why why) {
            this.why = why;
        }

        MembershipRefused.Why why() {
            return why;
        }
    }
}
