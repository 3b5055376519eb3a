package se.ledfyr.emergency.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Map<PersonId, Registration> newest =
                doubles.newest(mine).stream().collect(Collectors.toMap(Registration::person, Function.identity()));
        model.addAttribute(
                "lines",
                mine.stream()
                        .map(person -> SealedLine.of(
                                at(person, newest.get(person)),
                                names.get(person),
                                sealed.find(person),
                                doubles.of(person)))
                        .toList());
        return "emergency/sealed";
    }

    private static String at(PersonId person, @Nullable Registration newest) {
        return newest == null
                ? SealedAt.of(person).path()
                : SealedAt.of(newest.id()).home() + "#seal";
    }

    @GetMapping("/registrations/{id}/seal")
    String show(@PathVariable RegistrationId id, Model model) {
        return show(decidable(id), SealedAt.of(id), model);
    }

    /// For somebody without a registration, as the programmes know them.
    @GetMapping("/people/{id}/seal")
    String show(@PathVariable PersonId id, Model model) {
        return show(decidable(id), SealedAt.of(id), model);
    }

    private String show(PersonId person, SealedAt at, Model model) {
        Set<MemberId> named = new HashSet<>();
        sealed.find(person)
                .ifPresentOrElse(
                        seal -> seal.insiders().forEach(each -> named.add(each.member())),
                        () -> named.add(Acting.current().member()));
        return page(person, at, named, "", null, model);
    }

    /// Seals a case, or names others for one that is sealed.
    @PostMapping("/registrations/{id}/seal")
    String seal(
            @PathVariable RegistrationId id,
            @RequestParam(defaultValue = "") Set<MemberId> members,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next) {
        return seal(decidable(id), SealedAt.of(id), members, why, model, next);
    }

    @PostMapping("/people/{id}/seal")
    String seal(
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") Set<MemberId> members,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next) {
        return seal(decidable(id), SealedAt.of(id), members, why, model, next);
    }

    private String seal(
            PersonId person, SealedAt at, Set<MemberId> members, String why, Model model, RedirectAttributes next) {
        boolean isSealed = sealed.find(person).isPresent();
        try {
            if (isSealed) {
                sealed.name(person, members);
            } else {
                sealed.seal(person, members, why);
            }
        } catch (HolderLeftOut leftOut) {
            return page(person, at, members, why, "emergency.error.holder", model);
        } catch (IllegalArgumentException missing) {
            String error = members.isEmpty() ? "emergency.error.members" : "emergency.error.reason";
            return page(person, at, members, why, error, model);
        }
        next.addFlashAttribute("notice", isSealed ? "emergency.named.done" : "emergency.sealed.done");
        return members.contains(Acting.current().member()) ? "redirect:" + at.home() : "redirect:/registrations";
    }

    @PostMapping("/registrations/{id}/seal/lifting")
    String lift(
            @PathVariable RegistrationId id,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next) {
        return lift(decidable(id), SealedAt.of(id), why, model, next);
    }

    @PostMapping("/people/{id}/seal/lifting")
    String lift(
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next) {
        return lift(decidable(id), SealedAt.of(id), why, model, next);
    }

    private String lift(PersonId person, SealedAt at, String why, Model model, RedirectAttributes next) {
        Seal seal = sealed.find(person).orElseThrow(NotHere::new);
        try {
            sealed.lift(person, why);
        } catch (IllegalArgumentException missing) {
            Set<MemberId> named = new HashSet<>();
            seal.insiders().forEach(each -> named.add(each.member()));
            return page(person, at, named, "", "emergency.error.reason", model);
        }
        next.addFlashAttribute("notice", "emergency.lifted.done");
        return "redirect:" + at.home();
    }

    private PersonId decidable(RegistrationId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        PersonId person = registrations.get(id).person();
        if (!sealed.mayDecide(person)) {
            throw new NotHere();
        }
        return person;
    }

    /// Who has a registration is sealed from there, so that there is one way to each.
    private PersonId decidable(PersonId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (people.find(id).isEmpty()
                || !sealed.mayDecide(id)
                || !registrations.listOf(id).isEmpty()) {
            throw new NotHere();
        }
        return id;
    }

    private String page(
            PersonId of, SealedAt at, Set<MemberId> named, String why, @Nullable String error, Model model) {
        List<Option> members = sealed.workers().stream()
                .map(each -> new Option(each.id().value().toString(), each.name(), named.contains(each.id())))
                .toList();
        KnownPerson person = people.find(of).orElseThrow(NotHere::new);
        model.addAttribute("at", at);
        model.addAttribute("name", person.name());
        model.addAttribute("isSealed", sealed.find(of).isPresent());
        model.addAttribute("members", members);
        model.addAttribute("why", why);
        model.addAttribute("error", error);
        model.addAttribute("doubles", doubles.of(of));
        return "emergency/seal";
    }
}
