package se.ledfyr.emergency.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.emergency.Doubles;
import se.ledfyr.emergency.HolderLeftOut;
import se.ledfyr.emergency.Seal;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.pages.Option;
import se.ledfyr.people.KnownPerson;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;

/// Sealing a person's case, naming others, lifting the seal; and the list of those sealed to oneself.
@Controller
class SealController {

    private final SealedCases sealed;
    private final Registrations registrations;
    private final People people;
    private final Doubles doubles;

    SealController(SealedCases sealed, Registrations registrations, People people, Doubles doubles) {
        this.sealed = sealed;
        this.registrations = registrations;
        this.people = people;
        this.doubles = doubles;
    }

    @GetMapping("/emergency/sealed")
    String mine(Model model) {
        List<PersonId> mine = sealed.listMine();
        Map<PersonId, PersonName> names = people.names(mine);
        model.addAttribute(
                "lines",
                doubles.newest(mine).stream()
                        .map(newest -> SealedLine.of(
                                newest,
                                names.get(newest.person()),
                                sealed.find(newest.person()),
                                doubles.of(newest.person())))
                        .toList());
        return "emergency/sealed";
    }

    @GetMapping("/registrations/{id}/seal")
    String show(@PathVariable RegistrationId id, Model model) {
        Registration registration = decidable(id);
        Set<MemberId> named = new HashSet<>();
        sealed.find(registration.person())
                .ifPresentOrElse(
                        seal -> seal.insiders().forEach(each -> named.add(each.member())),
                        () -> named.add(Acting.current().member()));
        return page(registration, named, "", null, model);
    }

    /// Seals a case, or names others for one that is sealed.
    @PostMapping("/registrations/{id}/seal")
    String seal(
            @PathVariable RegistrationId id,
            @RequestParam(defaultValue = "") Set<MemberId> members,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next) {
        Registration registration = decidable(id);
        PersonId person = registration.person();
        boolean isSealed = sealed.find(person).isPresent();
        try {
            if (isSealed) {
                sealed.name(person, members);
            } else {
                sealed.seal(person, members, why);
            }
        } catch (HolderLeftOut leftOut) {
            return page(registration, members, why, "emergency.error.holder", model);
        } catch (IllegalArgumentException missing) {
            return page(
                    registration,
                    members,
                    why,
                    members.isEmpty() ? "emergency.error.members" : "emergency.error.reason",
                    model);
        }
        next.addFlashAttribute("notice", isSealed ? "emergency.named.done" : "emergency.sealed.done");
        return members.contains(Acting.current().member())
                ? "redirect:/registrations/" + id.value()
                : "redirect:/registrations";
    }

    @PostMapping("/registrations/{id}/seal/lifting")
    String lift(
            @PathVariable RegistrationId id,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next) {
        Registration registration = decidable(id);
        Seal seal = sealed.find(registration.person()).orElseThrow(NotHere::new);
        try {
            sealed.lift(registration.person(), why);
        } catch (IllegalArgumentException missing) {
            Set<MemberId> named = new HashSet<>();
            seal.insiders().forEach(each -> named.add(each.member()));
            return page(registration, named, "", "emergency.error.reason", model);
        }
        next.addFlashAttribute("notice", "emergency.lifted.done");
        return "redirect:/registrations/" + id.value();
    }

    private Registration decidable(RegistrationId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Registration registration = registrations.get(id);
        if (!sealed.mayDecide(registration.person())) {
            throw new NotHere();
        }
        return registration;
    }

    private String page(
            Registration registration, Set<MemberId> named, String why, @Nullable String error, Model model) {
        List<Option> members = sealed.workers().stream()
                .map(each -> new Option(each.id().value().toString(), each.name(), named.contains(each.id())))
                .toList();
        KnownPerson person = people.find(registration.person()).orElseThrow(NotHere::new);
        model.addAttribute("registration", registration);
        model.addAttribute("name", person.name());
        model.addAttribute("isSealed", sealed.find(registration.person()).isPresent());
        model.addAttribute("members", members);
        model.addAttribute("why", why);
        model.addAttribute("error", error);
        model.addAttribute("doubles", doubles.of(registration.person()));
        return "emergency/seal";
    }
}
