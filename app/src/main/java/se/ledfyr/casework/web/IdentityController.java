package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
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
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;
import se.ledfyr.people.KnownPerson;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;

/// Writing down who somebody is, or putting it right. A protected identity is not shown on the way:
/// what is written then replaces what is held back.
@Controller
@RequestMapping("/registrations/{id}/identity")
class IdentityController {

    private final Registrations registrations;
    private final People people;
    private final Codes codes;
    private final Languages languages;
    private final Clock clock;

    IdentityController(Registrations registrations, People people, Codes codes, Languages languages, Clock clock) {
        this.registrations = registrations;
        this.people = people;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable RegistrationId id, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        KnownPerson person = person(registrations.get(id));
        return form(id, person, FormValues.of(person), new FormErrors(), request, model);
    }

    @PostMapping
    String change(
            @PathVariable RegistrationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Registration registration = registrations.get(id);
        FormValues values = new FormValues(sent);
        FormErrors errors = new FormErrors();
        Optional<RegistrationForm.Who> who = RegistrationForm.Who.read(values, errors);
        if (!PersonController.isGiven(values.one("reason"))) {
            errors.add("reason", "casework.error.reason");
        }
        if (who.isEmpty() || !errors.isEmpty()) {
            return form(id, person(registration), values, errors, request, model);
        }
        write(registration, who.get(), values.one("reason"));
        next.addFlashAttribute("notice", "casework.identity.changed");
        return "redirect:/registrations/" + id.value();
    }

    /// A form that could not show what is held back must not wipe it out by being left empty.
    private void write(Registration registration, RegistrationForm.Who who, String reason) {
        if (person(registration).masked() && who.identity().isEmpty()) {
            people.changeProtection(registration.person(), who.protection(), reason);
            return;
        }
        NameFacts facts = new NameFacts(
                registration.facts().birthYear(), registration.facts().citizenship());
        people.change(registration.person(), who.identity(), who.protection(), facts, reason);
    }

    private KnownPerson person(Registration registration) {
        return people.find(registration.person()).orElseThrow(NotHere::new);
    }

    private String form(
            RegistrationId id,
            KnownPerson person,
            FormValues values,
            FormErrors errors,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("values", values);
        model.addAttribute("errors", errors.in(languages.of(request)));
        model.addAttribute("here", "/registrations/" + id.value());
        model.addAttribute("masked", person.masked());
        model.addAttribute(
                "choices",
                new Choices(
                        codes.book(),
                        LocalDate.now(clock),
                        languages.of(request).language(),
                        values));
        return "casework/identity";
    }
}
