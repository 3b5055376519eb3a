package se.ledfyr.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.consent.Consent;
import se.ledfyr.consent.ConsentGate;
import se.ledfyr.consent.ConsentId;
import se.ledfyr.consent.ConsentTerms;
import se.ledfyr.consent.Consents;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.ParcelId;

/// Writing down what somebody agreed to, reading it, and ending it.
@Controller
class ConsentController {

    private final Consents consents;
    private final ConsentGate gate;
    private final Cases cases;
    private final Organisations organisations;
    private final Forms forms;
    private final LedgerWords words;
    private final Languages languages;

    ConsentController(
            Consents consents,
            ConsentGate gate,
            Cases cases,
            Organisations organisations,
            Forms forms,
            LedgerWords words,
            Languages languages) {
        this.consents = consents;
        this.gate = gate;
        this.cases = cases;
        this.organisations = organisations;
        this.forms = forms;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping("/cases/{id}/consents/new")
    String blank(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        CaseFile file = cases.get(id);
        SentForm form = forms.blank("from", request);
        form.preset("given_by", "self");
        return form(file, form, model);
    }

    @PostMapping("/cases/{id}/consents/new")
    String record(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = cases.get(id);
        SentForm form = forms.of(sent, request);
        Optional<ConsentTerms> terms = new ConsentReader(
                        form, others().stream().map(one -> one.id().value()).collect(Collectors.toSet()))
                .read();
        if (terms.isEmpty()) {
            return form(file, form, model);
        }
        consents.record(file.person(), terms.get());
        next.addFlashAttribute("notice", "consent.recorded.done");
        return section(id);
    }

    @GetMapping("/consents/{id}")
    String show(@PathVariable ConsentId id, HttpServletRequest request, Model model) {
        Consent consent = consents.find(id).orElseThrow(NotHere::new);
        Texts texts = languages.of(request);
        model.addAttribute("consent", words.consent(consent, texts));
        model.addAttribute("shares", words.shares(consents.listShares(id), texts));
        model.addAttribute(
                "back",
                cases.findOf(consent.person())
                        .map(file -> "/cases/" + file.id().value() + "#" + ConsentSection.ANCHOR)
                        .orElse("/"));
        return "consent/consent";
    }

    @PostMapping("/consents/{id}/withdrawal")
    String withdraw(@PathVariable ConsentId id, RedirectAttributes next) {
        Consent consent = consents.find(id).orElseThrow(NotHere::new);
        if (consent.withdrawnAt() == null) {
            boolean gone = !consents.withdraw(id).gone().isEmpty();
            next.addFlashAttribute("notice", gone ? "consent.withdrawn.some-gone" : "consent.withdrawn.done");
        }
        return "redirect:/consents/" + id.value();
    }

    @PostMapping("/cases/{id}/shares/{parcel}/stop")
    String stop(@PathVariable CaseId id, @PathVariable UUID parcel, RedirectAttributes next) {
        CaseFile file = cases.get(id);
        ParcelId which = consents.listShares(file.person()).stream()
                .map(line -> line.parcel())
                .filter(one -> one.value().equals(parcel))
                .findFirst()
                .orElseThrow(NotHere::new);
        next.addFlashAttribute("notice", gate.stop(which) ? "consent.stopped.done" : "consent.stopped.late");
        return section(id);
    }

    private String form(CaseFile file, SentForm form, Model model) {
        model.addAttribute("caseId", file.id().value().toString());
        model.addAttribute("reference", file.reference());
        model.addAttribute("form", form);
        model.addAttribute(
                "receivers",
                ConsentReader.RECEIVERS.stream()
                        .map(field -> options(form.one(field)))
                        .toList());
        return "consent/consent-form";
    }

    private List<Option> options(String chosen) {
        return others().stream()
                .map(one -> new Option(
                        one.id().value().toString(),
                        one.name(),
                        one.id().value().toString().equals(chosen)))
                .toList();
    }

    private List<Organisation> others() {
        return organisations.list().stream()
                .filter(one -> !one.id().equals(Acting.current().organisation()))
                .toList();
    }

    private static String section(CaseId id) {
        return "redirect:/cases/" + id.value() + "#" + ConsentSection.ANCHOR;
    }
}
