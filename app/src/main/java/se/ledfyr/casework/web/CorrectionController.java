package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.AlreadyRegistered;
import se.ledfyr.casework.ChangedMeanwhile;
import se.ledfyr.casework.OutsideEvent;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;

/// Putting a registration right, with a reason; what it said before is kept.
@Controller
@RequestMapping("/registrations/{id}/correction")
class CorrectionController {

    private final Registrations registrations;
    private final Codes codes;
    private final Languages languages;
    private final Clock clock;

    CorrectionController(Registrations registrations, Codes codes, Languages languages, Clock clock) {
        this.registrations = registrations;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable RegistrationId id, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return form(id, FormValues.of(registrations.get(id)), new FormErrors(), request, model);
    }

    @PostMapping
    String correct(
            @PathVariable RegistrationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        FormValues values = new FormValues(sent);
        RegistrationForm form = RegistrationForm.read(values, codes.book(), LocalDate.now(clock));
        if (!PersonController.isGiven(values.one("reason"))) {
            form.errors().add("reason", "casework.error.reason");
        }
        if (!form.isRight()) {
            registrations.get(id);
            return form(id, values, form.errors(), request, model);
        }
        try {
            boolean changed = registrations.correct(
                    id, version(values), form.facts(), form.circumstances(), values.one("reason"));
            next.addFlashAttribute("notice", changed ? "casework.corrected" : "casework.nothing-changed");
            return "redirect:/registrations/" + id.value();
        } catch (ChangedMeanwhile meanwhile) {
            form.errors().add("reason", "casework.error.changed-meanwhile");
        } catch (AlreadyRegistered again) {
            form.errors().add("registered_on", "casework.error.registered-again");
        } catch (OutsideEvent elsewhere) {
            form.errors().add("region", "casework.event.error.region", values.one("event_id"));
        }
        FormValues fresh =
                values.with("version", Integer.toString(registrations.get(id).version()));
        return form(id, fresh, form.errors(), request, model);
    }

    private static int version(FormValues values) {
        String text = values.one("version");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private String form(
            RegistrationId id, FormValues values, FormErrors errors, HttpServletRequest request, Model model) {
        model.addAttribute("values", values);
        model.addAttribute("errors", errors.in(languages.of(request)));
        model.addAttribute("here", "/registrations/" + id.value());
        model.addAttribute(
                "choices",
                new Choices(
                        codes.book(),
                        LocalDate.now(clock),
                        languages.of(request).language(),
                        values));
        return "casework/correct";
    }
}
