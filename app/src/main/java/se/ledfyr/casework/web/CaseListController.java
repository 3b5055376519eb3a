package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseAlreadyOpen;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.HeldCases;
import se.ledfyr.casework.HeldFilter;
import se.ledfyr.casework.HeldPage;
import se.ledfyr.casework.OpenedForEvent;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.pages.Languages;

/// The lists of cases, finding one by its reference, and opening cases from registrations.
@Controller
class CaseListController {

    private final Cases cases;
    private final HeldCases held;
    private final Members members;
    private final Codes codes;
    private final Languages languages;
    private final Clock clock;

    CaseListController(Cases cases, HeldCases held, Members members, Codes codes, Languages languages, Clock clock) {
        this.cases = cases;
        this.held = held;
        this.members = members;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/cases")
    String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "false") boolean names,
            @RequestParam(defaultValue = "") String reference,
            HttpServletRequest request,
            Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Optional<CaseFile> asked = reference.isBlank() ? Optional.empty() : cases.findByReference(reference);
        if (asked.isPresent()) {
            return "redirect:/cases/" + asked.get().id().value();
        }
        HeldFilter filter = HeldFilter.of(show);
        HeldPage list = held.list(filter, place(after), names);
        HeldPage.Place next = list.next();
        model.addAttribute("filter", filter);
        model.addAttribute("list", list);
        model.addAttribute("named", names);
        model.addAttribute("reference", reference.strip());
        model.addAttribute("next", next == null ? null : address(filter, next, names));
        model.addAttribute("colleagues", colleagues());
        model.addAttribute(
                "choices",
                new Choices(
                        codes.book(),
                        LocalDate.now(clock),
                        languages.of(request).language(),
                        FormValues.none()));
        return "casework/cases";
    }

    @PostMapping("/registrations/{id}/case")
    String open(@PathVariable RegistrationId id, RedirectAttributes next) {
        try {
            String opened = cases.open(id).value().toString();
            next.addFlashAttribute("notice", "casework.case.opened");
            return "redirect:/cases/" + opened;
        } catch (CaseAlreadyOpen before) {
            next.addFlashAttribute("notice", "casework.case.open-already");
            return "redirect:/cases/" + before.open().value();
        }
    }

    @PostMapping("/events/{id}/cases")
    String openForAll(@PathVariable EventId id, RedirectAttributes next) {
        OpenedForEvent done = cases.openForEvent(id);
        next.addFlashAttribute(
                "notice", done.opened().isEmpty() ? "casework.case.none-opened" : "casework.case.all-opened");
        return done.opened().isEmpty() ? "redirect:/events/" + id.value() : "redirect:/cases";
    }

    private Map<MemberId, String> colleagues() {
        return members.list().stream().collect(Collectors.toMap(Member::id, Member::name));
    }

    private static HeldPage.@Nullable Place place(String text) {
        try {
            return text.isEmpty() ? null : HeldPage.Place.of(text);
        } catch (IllegalArgumentException fromTheBeginning) {
            return null;
        }
    }

    private static String address(HeldFilter filter, HeldPage.Place next, boolean names) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases").queryParam("show", filter.code());
        if (names) {
            address.queryParam("names", "true");
        }
        return address.queryParam("after", next.toString()).encode().toUriString();
    }
}
