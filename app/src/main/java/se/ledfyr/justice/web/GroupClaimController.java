package se.ledfyr.justice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.HeldCase;
import se.ledfyr.justice.GroupClaims;
import se.ledfyr.justice.NewClaim;
import se.ledfyr.methods.wages.HourKind;
import se.ledfyr.methods.wages.Rate;
import se.ledfyr.methods.wages.Settled;
import se.ledfyr.methods.wages.WageClaim;
import se.ledfyr.methods.wages.Work;

/// Wage claims for everybody found at an event: what they share once, hours and payments for each.
@Controller
@RequestMapping("/events/{id}/wage-claims")
class GroupClaimController {

    private final GroupClaims group;
    private final Events events;
    private final LegalWords words;

    GroupClaimController(GroupClaims group, Events events, LegalWords words) {
        this.group = group;
        this.events = events;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable EventId id, HttpServletRequest request, Model model) {
        Event event = events.get(id);
        Form form = Form.with(
                words.texts(request),
                Map.of(
                        "employer", Optional.ofNullable(event.employer()).orElse(""),
                        "work_from",
                                Optional.ofNullable(event.from())
                                        .map(Object::toString)
                                        .orElse(""),
                        "work_to",
                                Optional.ofNullable(event.to())
                                        .map(Object::toString)
                                        .orElse(""),
                        "holiday_pay", "12"));
        return show(event, group.of(id), form, request, model);
    }

    @PostMapping
    String begin(
            @PathVariable EventId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        GroupClaims.Group of = group.of(id);
        Form form = new Form(sent, words.texts(request));
        ClaimReader reader = new ClaimReader(form, words.reader(request));
        NewClaim claim = reader.claim();
        List<Rate> rates = rates(reader);
        List<GroupClaims.Share> shares = shares(of, form, reader);
        if (form.isRight() && shares.isEmpty()) {
            form.wrong("people", "justice.error.nobody");
        }
        if (form.isRight() && shares.stream().anyMatch(share -> !isComplete(rates, share))) {
            form.wrong("rate_to", "justice.error.not-covered");
        }
        if (!form.isRight() || claim == null) {
            return show(events.get(id), of, form, request, model);
        }
        group.begin(id, new GroupClaims.Shared(claim, rates), shares);
        next.addFlashAttribute("notice", "justice.group.begun");
        return "redirect:/events/" + id.value() + "/wage-claims";
    }

    /// The rates hold for the days of the work, which are the same for all.
    private static List<Rate> rates(ClaimReader reader) {
        return Stream.of(
                        reader.rate("ordinary_", HourKind.ORDINARY, true),
                        reader.rate("overtime_", HourKind.OVERTIME, false),
                        reader.rate("unsocial_", HourKind.UNSOCIAL, false))
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isComplete(List<Rate> rates, GroupClaims.Share share) {
        return new WageClaim(rates, List.of(share.work()), 0, List.of()).gaps().isEmpty();
    }

    /// A share for everybody with hours; whoever has none gets no claim.
    private static List<GroupClaims.Share> shares(GroupClaims.Group of, Form form, ClaimReader reader) {
        List<GroupClaims.Share> shares = new ArrayList<>();
        for (HeldCase one : of.without()) {
            String suffix = "_" + one.id().value();
            if (Stream.of("ordinary", "overtime", "unsocial", "paid")
                    .allMatch(field -> form.one(field + suffix).isEmpty())) {
                continue;
            }
            Work work = reader.work(suffix);
            Settled paid = reader.settled("paid" + suffix, Settled.Kind.PAID, false);
            if (work != null) {
                checkRates(work, form, suffix);
                shares.add(new GroupClaims.Share(
                        new CaseId(one.id().value()),
                        work,
                        paid == null ? List.of() : List.of(new GroupClaims.Share.Paid(paid, "wage"))));
            }
        }
        return shares;
    }

    private static void checkRates(Work work, Form form, String suffix) {
        for (String kind : List.of("overtime", "unsocial")) {
            HourKind hours = kind.equals("overtime") ? HourKind.OVERTIME : HourKind.UNSOCIAL;
            if (work.minutes(hours) > 0
                    && form.one(kind + "_amount").isEmpty()
                    && form.one(kind + "_percent").isEmpty()) {
                form.wrong(kind + suffix, "justice.error.no-rate");
            }
        }
    }

    private String show(Event event, GroupClaims.Group of, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("group", of);
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(request));
        return "justice/group";
    }
}
