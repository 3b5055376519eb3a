package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.AlreadyRegistered;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.ChangedMeanwhile;
import se.ledfyr.casework.PersonSection;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Pieces;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.People;

/// A person's page: who, what, what was changed and who has seen it; taking out of the figures and
/// putting back.
@Controller
@RequestMapping("/registrations/{id}")
class PersonController {

    static final int MAX_REASON_LENGTH = 500;

    private final Registrations registrations;
    private final PersonCards cards;
    private final Cases cases;
    private final Codes codes;
    private final Languages languages;
    private final List<PersonSection> sections;
    private final Pieces pieces;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PersonController(
            Registrations registrations,
            PersonCards cards,
            Cases cases,
            Codes codes,
            Languages languages,
            List<PersonSection> sections,
            Pieces pieces,
            TransactionTemplate transaction,
            Clock clock) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(PersonSection::order))
                .toList();
        this.pieces = pieces;
        this.transaction = transaction;
        this.registrations = registrations;
        this.cards = cards;
        this.cases = cases;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    /// In one transaction: the parts agree, and what was seen is put on record once.
    @GetMapping
    @Nullable
    String show(@PathVariable RegistrationId id, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return transaction.execute(status -> {
            Registration registration = registrations.get(id);
            return page(registration, cards.of(registration, languages.of(request)), request, model);
        });
    }

    /// Shows what a protected identity holds back, once, to somebody who has said why. Posted, so that
    /// going back or reloading asks again.
    @PostMapping("/reveal")
    String reveal(
            @PathVariable RegistrationId id, @RequestParam String reason, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Registration registration = registrations.get(id);
        if (!isGiven(reason)) {
            model.addAttribute("error", "casework.error.reason");
            return page(registration, cards.of(registration, languages.of(request)), request, model);
        }
        return page(registration, cards.revealed(registration, reason.strip(), languages.of(request)), request, model);
    }

    @PostMapping("/removal")
    String remove(
            @PathVariable RegistrationId id,
            @RequestParam int version,
            @RequestParam String why,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return change(
                id, why, "casework.removed.done", request, model, next, () -> registrations.remove(id, version, why));
    }

    @PostMapping("/restoration")
    String restore(
            @PathVariable RegistrationId id,
            @RequestParam int version,
            @RequestParam String why,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return change(
                id, why, "casework.restored.done", request, model, next, () -> registrations.restore(id, version, why));
    }

    private String change(
            RegistrationId id,
            String why,
            String done,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next,
            Runnable change) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        String error = "casework.error.reason";
        if (isGiven(why)) {
            try {
                change.run();
                next.addFlashAttribute("notice", done);
                return "redirect:/registrations/" + id.value();
            } catch (ChangedMeanwhile meanwhile) {
                error = "casework.error.changed-meanwhile";
            } catch (AlreadyRegistered again) {
                error = "casework.error.registered-again";
            }
        }
        model.addAttribute("error", error);
        Registration registration = registrations.get(id);
        return page(registration, cards.of(registration, languages.of(request)), request, model);
    }

    private String page(Registration registration, PersonCard card, HttpServletRequest request, Model model) {
        model.addAttribute("registration", registration);
        model.addAttribute("card", card);
        model.addAttribute("course", cases.findOf(registration.person()).orElse(null));
        Texts texts = languages.of(request);
        model.addAttribute("pieces", pieces);
        model.addAttribute(
                "sections",
                sections.stream()
                        .flatMap(section -> section.of(registration, texts).stream())
                        .toList());
        model.addAttribute(
                "choices",
                new Choices(
                        codes.book(),
                        LocalDate.now(clock),
                        languages.of(request).language(),
                        FormValues.none()));
        return "casework/person";
    }

    static boolean isGiven(String reason) {
        return reason.length() <= MAX_REASON_LENGTH && People.isReason(reason);
    }
}
