package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
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
import se.ledfyr.casework.TooLate;
import se.ledfyr.people.OpenedParcel;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.support.Application;
import se.ledfyr.support.ApplicationId;
import se.ledfyr.support.Deciding;
import se.ledfyr.support.SupportApplications;

/// One application, for both its ends: what was asked, what was answered, what the two write to each
/// other.
@Controller
@RequestMapping("/support/applications/{id}")
class SupportApplicationController {

    private final SupportApplications applications;
    private final Deciding deciding;
    private final People people;
    private final SupportWordsFor words;
    private final TransactionTemplate transaction;

    SupportApplicationController(
            SupportApplications applications,
            Deciding deciding,
            People people,
            SupportWordsFor words,
            TransactionTemplate transaction) {
        this.applications = applications;
        this.deciding = deciding;
        this.people = people;
        this.words = words;
        this.transaction = transaction;
    }

    @GetMapping
    @Transactional
    String show(@PathVariable ApplicationId id, HttpServletRequest request, Model model) {
        return page(id, Form.empty(words.of(request)), null, request, model);
    }

    @PostMapping("/question")
    String ask(
            @PathVariable ApplicationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = new Form(sent, words.of(request));
        String text = form.words("question", true);
        return act(id, form, "support.done.asked", request, model, next, () -> applications.ask(id, text));
    }

    @PostMapping("/questions/{question}/reply")
    String reply(
            @PathVariable ApplicationId id,
            @PathVariable UUID question,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = new Form(sent, words.of(request));
        String text = form.words("reply", true);
        return act(
                id, form, "support.done.replied", request, model, next, () -> applications.reply(id, question, text));
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable ApplicationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = new Form(sent, words.of(request));
        String text = form.words("withdrawal", true);
        return act(id, form, "support.done.withdrawn", request, model, next, () -> applications.withdraw(id, text));
    }

    @PostMapping("/refusal")
    String refuse(
            @PathVariable ApplicationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = new Form(sent, words.of(request));
        String because = form.code("because", "nsp_refusal");
        String text = form.words("refusal", true);
        return act(id, form, "support.done.refused", request, model, next, () -> deciding.refuse(id, because, text));
    }

    /// Where a home lies, for whoever it was sent to. Shown once, noted each time.
    @PostMapping("/addresses/{note}")
    String address(@PathVariable ApplicationId id, @PathVariable UUID note, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        String address = applications.openAddress(id, note);
        return page(id, Form.empty(words.of(request)), address, request, model);
    }

    private String act(
            ApplicationId id,
            Form form,
            String done,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next,
            Runnable work) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (!form.isRight()) {
            return page(id, form, null, request, model);
        }
        try {
            work.run();
        } catch (TooLate late) {
            form.wrong("state", "support.error.too-late");
            return page(id, form, null, request, model);
        }
        next.addFlashAttribute("notice", done);
        return "redirect:/support/applications/" + id.value();
    }

    private String page(
            ApplicationId id, Form form, @Nullable String address, HttpServletRequest request, Model model) {
        Words reader = words.of(request);
        Application application = Objects.requireNonNull(transaction.execute(status -> {
            Application read = applications.get(id);
            @Nullable
            OpenedParcel parcel =
                    read.isOpen() && isOurs(read.to()) ? deciding.look(id).orElse(null) : null;
            model.addAttribute("parcel", parcel);
            model.addAttribute("refusals", applications.refusalsOf(id));
            model.addAttribute("notes", applications.notesOf(id));
            model.addAttribute("grant", applications.findGrant(id).orElse(null));
            @Nullable PersonId person = applications.findPerson(id).orElse(null);
            model.addAttribute(
                    "name",
                    person == null ? null : people.names(List.of(person)).get(person));
            model.addAttribute(
                    "sealAt",
                    person != null && Acting.current().may(Right.SEAL_CASES)
                            ? "/people/" + person.value() + "/seal"
                            : null);
            return read;
        }));
        model.addAttribute("application", application);
        model.addAttribute("ours", isOurs(application.from()));
        model.addAttribute("decides", isOurs(application.to()));
        model.addAttribute("form", form);
        model.addAttribute("address", address);
        model.addAttribute("words", reader);
        return "support/application";
    }

    private static boolean isOurs(se.ledfyr.organisations.OrganisationId end) {
        return end.equals(Acting.current().organisation());
    }
}
