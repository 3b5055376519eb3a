package se.ledfyr.permits.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.pages.Languages;
import se.ledfyr.permits.Application;
import se.ledfyr.permits.ApplicationId;
import se.ledfyr.permits.Applications;
import se.ledfyr.permits.Decision;
import se.ledfyr.permits.Extension;
import se.ledfyr.permits.MeanwhileChanged;
import se.ledfyr.permits.PeriodOverlaps;

/// One application for a reflection period: what was decided, how long it runs, and what follows.
@Controller("permitApplicationController")
@RequestMapping("/permits/{id}")
class ApplicationController {

    private final Applications applications;
    private final ApplicationReader reader;
    private final WordsFor words;
    private final Languages languages;

    ApplicationController(Applications applications, ApplicationReader reader, WordsFor words, Languages languages) {
        this.applications = applications;
        this.reader = reader;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping
    @Transactional
    String show(@PathVariable ApplicationId id, HttpServletRequest request, Model model) {
        return page(applications.get(id), Form.blank(languages.of(request)), request, model);
    }

    @PostMapping("/decision")
    String decide(
            @PathVariable ApplicationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Application application = toChange(id);
        Form form = new Form(sent, languages.of(request));
        @Nullable String why = application.decidedOn() == null ? null : form.reason("why");
        Optional<Decision> decision = reader.decision(form, application, words.reader(languages.of(request)));
        return decision.isPresent()
                        && form.isRight()
                        && tried(form, "start_on", () -> {
                            applications.decide(id, form.version(), decision.get(), why);
                            return true;
                        })
                ? done(id, "permits.decided", next)
                : page(application, form, request, model);
    }

    @PostMapping("/extension")
    String extend(
            @PathVariable ApplicationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Application application = withPeriod(id);
        Form form = new Form(sent, languages.of(request));
        Optional<Extension> extension = reader.extension(form, application, words.reader(languages.of(request)));
        return extension.isPresent()
                        && tried(form, "until", () -> {
                            applications.extend(id, form.version(), extension.get());
                            return true;
                        })
                ? done(id, "permits.extended", next)
                : page(application, form, request, model);
    }

    @PostMapping("/revocation")
    String revoke(
            @PathVariable ApplicationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Application application = withPeriod(id);
        Form form = new Form(sent, languages.of(request));
        LocalDate on = reader.revocation(form, application);
        String why = form.reason("revoked_why");
        return on != null
                        && form.isRight()
                        && tried(form, "revoked_on", () -> {
                            applications.revoke(id, form.version(), on, why);
                            return true;
                        })
                ? done(id, "permits.revoked", next)
                : page(application, form, request, model);
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable ApplicationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Application application = applications.get(id);
        if (!application.mayBeAnswered() || application.period() == null) {
            throw new NotHere();
        }
        Form form = new Form(sent, languages.of(request));
        String followed = form.code("followed", "reflection_followed", words.reader(languages.of(request)));
        return form.isRight()
                        && tried(form, "followed", () -> {
                            applications.answer(id, form.version(), followed);
                            return true;
                        })
                ? done(id, "permits.answered", next)
                : page(application, form, request, model);
    }

    @PostMapping("/strike")
    String strike(
            @PathVariable ApplicationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Application application = applications.get(id);
        if (!application.mayBeStruck()) {
            throw new NotHere();
        }
        Form form = new Form(sent, languages.of(request));
        String why = form.reason("struck_why");
        return form.isRight()
                        && tried(form, "struck_why", () -> {
                            applications.strike(id, form.version(), why);
                            return true;
                        })
                ? done(id, "permits.struck", next)
                : page(application, form, request, model);
    }

    /// Does it, or says in words at a field why it cannot be done.
    private static boolean tried(Form form, String field, BooleanSupplier act) {
        try {
            return act.getAsBoolean();
        } catch (PeriodOverlaps overlap) {
            form.wrong(field, "permits.error.overlap");
        } catch (MeanwhileChanged changed) {
            form.wrong(field, "permits.error.meanwhile");
        }
        return false;
    }

    private Application toChange(ApplicationId id) {
        Application application = applications.get(id);
        if (!application.mayBeChanged()) {
            throw new NotHere();
        }
        return application;
    }

    private Application withPeriod(ApplicationId id) {
        Application application = toChange(id);
        if (application.period() == null) {
            throw new NotHere();
        }
        return application;
    }

    private String page(Application application, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("application", application);
        model.addAttribute("extensions", applications.extensions(application.id()));
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(languages.of(request)));
        return "permits/application";
    }

    private static String done(ApplicationId id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/permits/" + id.value();
    }
}
