package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.consent.NoConsent;
import se.ledfyr.handover.Along;
import se.ledfyr.handover.AlreadyOffered;
import se.ledfyr.handover.CannotReceive;
import se.ledfyr.handover.NotCovered;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.Together;
import se.ledfyr.needs.NewNeed;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Option;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;

/// Offers for many people in one act: those found together, or a family.
@Controller
@RequestMapping("/handovers/together/new")
class TogetherController {

    private static final String WHOLE_CASE = "case";

    private final Together together;
    private final People people;
    private final OfferChoices choices;
    private final LabelMaker labels;
    private final Clock clock;

    TogetherController(Together together, People people, OfferChoices choices, LabelMaker labels, Clock clock) {
        this.together = together;
        this.people = people;
        this.choices = choices;
        this.labels = labels;
        this.clock = clock;
    }

    @GetMapping
    String blank(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return page(new OfferForm(sent), List.of(), request, model);
    }

    @PostMapping
    String offer(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        OfferForm form = new OfferForm(sent);
        List<CaseId> missing = List.of();
        Optional<OrganisationId> to = form.to();
        String why = form.why();
        @Nullable Along along = form.along();
        List<CaseId> chosen = chosen(form);
        if (form.one("what").isEmpty()) {
            form.wrong("what", "handover.error.what");
        }
        if (to.isPresent() && form.isFine()) {
            try {
                List<OfferId> made = together.offer(
                        chosen,
                        new Together.Wanted(type(form), form.has("acute", "true"), to.get(), why, form.rule(), along));
                next.addFlashAttribute("notice", "handover.done.together");
                return "redirect:/handovers/together/of/" + made.getFirst().value();
            } catch (NotCovered not) {
                missing = not.cases();
                form.wrong("basis", "handover.error.no-consent-for-some");
            } catch (NoConsent none) {
                form.wrong("basis", "handover.error.no-consent");
            } catch (AlreadyOffered already) {
                form.wrong("cases", "handover.error.already-some");
            } catch (CannotReceive cannot) {
                form.wrong("to", "handover.error.cannot-receive");
            }
        }
        return page(form, missing, request, model);
    }

    private static @Nullable String type(OfferForm form) {
        return form.one("what").equals(WHOLE_CASE) ? null : form.one("what");
    }

    private static List<CaseId> chosen(OfferForm form) {
        List<CaseId> chosen = new ArrayList<>();
        form.all("cases").forEach(id -> chosen.add(caseId(id)));
        if (chosen.isEmpty()) {
            form.wrong("cases", "handover.error.nobody");
        }
        return chosen;
    }

    private static CaseId caseId(String text) {
        try {
            return new CaseId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            throw new NotHere();
        }
    }

    private String page(OfferForm form, List<CaseId> missing, HttpServletRequest request, Model model) {
        List<CaseFile> files = together.companions(caseId(form.one("case")));
        Map<PersonId, PersonName> names =
                people.names(files.stream().map(CaseFile::person).distinct().toList());
        Labels words = labels.of(request);
        model.addAttribute("form", form);
        model.addAttribute("missing", missing);
        model.addAttribute("labels", words);
        model.addAttribute("files", files);
        model.addAttribute("names", names);
        model.addAttribute("choices", choices.of(words, form, false));
        model.addAttribute("what", what(words, form));
        return "handover/together-new";
    }

    private List<Option> what(Labels words, OfferForm form) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(WHOLE_CASE, words.texts().get("handover.whole-case"), form.has("what", WHOLE_CASE)));
        words.codes().list("need_support", LocalDate.now(clock)).stream()
                .filter(code -> !code.code().equals(NewNeed.ALL))
                .forEach(code -> options.add(
                        new Option(code.code(), code.label(words.texts().language()), form.has("what", code.code()))));
        return options;
    }
}
