package se.ledfyr.permits.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.pages.Languages;
import se.ledfyr.permits.Applicant;
import se.ledfyr.permits.ApplicationId;
import se.ledfyr.permits.Applications;
import se.ledfyr.permits.Edition;
import se.ledfyr.permits.Eligibility;
import se.ledfyr.permits.NewApplication;
import se.ledfyr.permits.NoOffice;
import se.ledfyr.permits.Question;

/// What comes before a reflection period, for somebody in a case: looking whether it can be had, applying, and saying
/// why nobody did.
@Controller("permitCaseApplicationController")
@RequestMapping("/cases/{id}/permits")
class CaseApplicationController {

    private final Applications applications;
    private final Eligibility eligibility;
    private final Registrations registrations;
    private final ApplicationReader reader;
    private final HeldCase held;
    private final WordsFor words;
    private final Languages languages;

    CaseApplicationController(
            Applications applications,
            Eligibility eligibility,
            Registrations registrations,
            ApplicationReader reader,
            HeldCase held,
            WordsFor words,
            Languages languages) {
        this.applications = applications;
        this.eligibility = eligibility;
        this.registrations = registrations;
        this.reader = reader;
        this.held = held;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping("/check")
    String check(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        CaseFile file = held.get(id);
        Form form = Form.blank(languages.of(request));
        eligibility.findLast(file).ifPresent(last -> {
            last.answers().forEach(form::with);
            model.addAttribute("checked", last);
            model.addAttribute("asked", eligibility.editionOf(last));
        });
        return check(file, form, request, model);
    }

    @PostMapping("/check")
    String checkNow(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = held.get(id);
        Form form = new Form(sent, languages.of(request));
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : eligibility.edition().questions()) {
            String given = form.one(question.id());
            if (!question.has(given)) {
                form.wrong(question.id(), "permits.error.choose");
            }
            answers.put(question.id(), given);
        }
        if (!form.isRight()) {
            return check(file, form, request, model);
        }
        eligibility.check(id, answers);
        next.addFlashAttribute("notice", "permits.checked");
        return "redirect:/cases/" + id.value() + "/permits/check";
    }

    @GetMapping("/application")
    String blank(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        CaseFile file = held.get(id);
        List<Applicant> parts = parts();
        Form form = Form.blank(languages.of(request))
                .with("applicant", parts.size() == 1 ? parts.getFirst().code() : null)
                .with("municipality", file.municipality())
                .with("sex", sex(file))
                .with("applied_on", words.reader(languages.of(request)).today());
        return application(file, form, request, model);
    }

    @PostMapping("/application")
    String apply(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = held.get(id);
        Form form = new Form(sent, languages.of(request));
        Optional<NewApplication> fresh = reader.application(form, parts(), words.reader(languages.of(request)));
        if (fresh.isPresent()) {
            try {
                ApplicationId made = applications.apply(id, fresh.get());
                next.addFlashAttribute("notice", "permits.applied");
                return "redirect:/permits/" + made.value();
            } catch (NoOffice nowhere) {
                form.wrong("applicant", "permits.error.no-office");
            }
        }
        return application(file, form, request, model);
    }

    @GetMapping("/cause")
    String cause(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        CaseFile file = held.get(id);
        Form form = Form.blank(languages.of(request)).with("cause", eligibility.findCause(file));
        return cause(file, form, request, model);
    }

    @PostMapping("/cause")
    String noApplication(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = held.get(id);
        Form form = new Form(sent, languages.of(request));
        String cause = form.code("cause", "no_application", words.reader(languages.of(request)));
        if (!form.isRight()) {
            return cause(file, form, request, model);
        }
        eligibility.noApplication(id, cause);
        next.addFlashAttribute("notice", "permits.cause.noted");
        return "redirect:/cases/" + id.value() + "#permits";
    }

    private String check(CaseFile file, Form form, HttpServletRequest request, Model model) {
        Edition edition = eligibility.edition();
        model.addAttribute("caseId", file.id());
        model.addAttribute("edition", edition);
        model.addAttribute("applies", !applications.parts().isEmpty());
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(languages.of(request)));
        return "permits/check";
    }

    private String application(CaseFile file, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("caseId", file.id());
        model.addAttribute("parts", parts());
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(languages.of(request)));
        return "permits/apply";
    }

    private String cause(CaseFile file, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("caseId", file.id());
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(languages.of(request)));
        return "permits/cause";
    }

    /// For an organisation that applies as nobody there is no such page.
    private List<Applicant> parts() {
        List<Applicant> parts = applications.parts();
        if (parts.isEmpty()) {
            throw new NotHere();
        }
        return parts;
    }

    private @Nullable String sex(CaseFile file) {
        return Optional.ofNullable(file.registration())
                .map(id -> registrations.get(id).facts().sex())
                .orElse(null);
    }
}
