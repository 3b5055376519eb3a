package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.casework.AlreadyRegistered;
import se.ledfyr.casework.OutsideEvent;
import se.ledfyr.casework.Registering;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;
import se.ledfyr.people.PersonId;

/// Registering one person: one form, and where somebody alike is known already, one look side by side.
@Controller
@RequestMapping("/registrations/new")
class RegisterController {

    private final Registering registering;
    private final Registrations registrations;
    private final Codes codes;
    private final Languages languages;
    private final Clock clock;

    RegisterController(
            Registering registering, Registrations registrations, Codes codes, Languages languages, Clock clock) {
        this.registering = registering;
        this.registrations = registrations;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    /// Nothing is chosen that is a judgement: an assessment is somebody's, never the form's.
    @GetMapping
    String blank(HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<String> today = List.of(LocalDate.now(clock).toString());
        FormValues values = new FormValues(
                Map.of("registered_on", today, "assessed_on", today, "consent_to_contact", List.of("not_asked")));
        return form(values, new FormErrors(), request, model);
    }

    @PostMapping
    String register(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        FormValues values = new FormValues(sent);
        RegistrationForm form = RegistrationForm.read(values, codes.book(), LocalDate.now(clock));
        Optional<RegistrationForm.Who> who = RegistrationForm.Who.read(values, form.errors());
        String decision = values.one("decision");
        if (!form.isRight() || who.isEmpty() || decision.equals("back")) {
            return form(values, form.errors(), request, model);
        }
        Registering.NewPerson person =
                new Registering.NewPerson(who.get().identity(), who.get().protection(), form.nameFacts());
        if (decision.isEmpty()) {
            List<CandidateCard> alike = alike(person);
            if (!alike.isEmpty()) {
                return candidates(values, alike, request, model);
            }
        }
        return save(values, person, form, request, model, next);
    }

    private String save(
            FormValues values,
            Registering.NewPerson person,
            RegistrationForm form,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        String decision = values.one("decision");
        try {
            RegistrationId id = decision.isEmpty() || decision.equals("new")
                    ? registering.newPerson(person, form.facts(), form.circumstances())
                    : registering.knownPerson(known(decision), form.facts(), form.circumstances());
            next.addFlashAttribute("notice", "casework.saved");
            return "redirect:/registrations/" + id.value();
        } catch (AlreadyRegistered already) {
            return continueWith(already.existing(), values, request, model);
        } catch (OutsideEvent elsewhere) {
            form.errors().add("region", "casework.event.error.region", values.one("event_id"));
            return form(values, form.errors(), request, model);
        }
    }

    /// Nothing written is lost: it becomes a correction of the registration that is there, for the
    /// member to look through.
    private String continueWith(RegistrationId existing, FormValues values, HttpServletRequest request, Model model) {
        FormValues carried = values.with(
                "version", Integer.toString(registrations.get(existing).version()));
        model.addAttribute("values", carried);
        model.addAttribute("errors", Map.of());
        model.addAttribute("choices", choices(carried, request));
        model.addAttribute("here", "/registrations/" + existing.value());
        model.addAttribute("continued", true);
        return "casework/correct";
    }

    private static PersonId known(String decision) {
        try {
            return PersonId.of(decision);
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
    }

    private List<CandidateCard> alike(Registering.NewPerson person) {
        return registering.alike(person).stream()
                .map(alike -> new CandidateCard(
                        alike.candidate().person().value().toString(),
                        alike.candidate().name(),
                        alike.registrations(),
                        alike.candidate().reasons().stream().map(Enum::name).toList()))
                .toList();
    }

    private String candidates(FormValues values, List<CandidateCard> alike, HttpServletRequest request, Model model) {
        model.addAttribute("values", values);
        model.addAttribute("candidates", alike);
        model.addAttribute("choices", choices(values, request));
        return "casework/candidates";
    }

    private String form(FormValues values, FormErrors errors, HttpServletRequest request, Model model) {
        model.addAttribute("values", values);
        model.addAttribute("errors", errors.in(languages.of(request)));
        model.addAttribute("choices", choices(values, request));
        return "casework/new";
    }

    private Choices choices(FormValues values, HttpServletRequest request) {
        return new Choices(
                codes.book(), LocalDate.now(clock), languages.of(request).language(), values);
    }
}
