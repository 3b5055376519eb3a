package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.codes.Code;
import se.ledfyr.deadlines.Letters;
import se.ledfyr.handover.Receivers;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.pages.Option;

/// Adding a receiver that has no account.
@Controller
@RequestMapping("/handovers/receivers/new")
class ReceiverController {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 120;

    private final Receivers receivers;
    private final LabelMaker labels;
    private final Clock clock;

    ReceiverController(Receivers receivers, LabelMaker labels, Clock clock) {
        this.receivers = receivers;
        this.labels = labels;
        this.clock = clock;
    }

    @GetMapping
    String blank(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return page(new OfferForm(sent), request, model);
    }

    @PostMapping
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        OfferForm form = new OfferForm(sent);
        Optional<OrganisationKind> kind = kinds().stream()
                .filter(each -> each.name().equals(form.one("kind")))
                .findFirst();
        check(form, kind.isPresent());
        if (!form.isFine() || kind.isEmpty()) {
            return page(form, request, model);
        }
        String municipality = form.one("municipality");
        Optional<OrganisationId> added = receivers.add(
                form.one("name"), kind.get(), municipality.isEmpty() ? null : municipality, form.one("mailbox"));
        if (added.isEmpty()) {
            form.wrong("name", "handover.error.name-taken");
            return page(form, request, model);
        }
        next.addFlashAttribute("notice", "handover.done.receiver");
        return form.one("need").matches("[0-9a-f-]{36}")
                ? "redirect:/handovers/new?need=" + form.one("need") + "&to="
                        + added.get().value()
                : "redirect:/handovers";
    }

    private void check(OfferForm form, boolean kind) {
        String name = form.one("name");
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            form.wrong("name", "handover.error.name");
        }
        if (!kind) {
            form.wrong("kind", "handover.error.kind");
        }
        if (!Letters.isAddress(form.one("mailbox"))) {
            form.wrong("mailbox", "handover.error.mailbox");
        }
    }

    private String page(OfferForm form, HttpServletRequest request, Model model) {
        Labels words = labels.of(request);
        model.addAttribute("form", form);
        model.addAttribute(
                "kinds",
                kinds().stream()
                        .map(kind -> new Option(kind.name(), words.kind(kind), form.has("kind", kind.name())))
                        .toList());
        List<Code> municipalities = words.codes().list("municipality", LocalDate.now(clock));
        model.addAttribute(
                "municipalities",
                municipalities.stream()
                        .map(code -> new Option(
                                code.code(),
                                code.label(words.texts().language()),
                                form.has("municipality", code.code())))
                        .toList());
        return "handover/receiver";
    }

    private static List<OrganisationKind> kinds() {
        return Arrays.stream(OrganisationKind.values())
                .filter(Receivers::canBeWithoutAccount)
                .toList();
    }
}
