package se.ledfyr.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
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
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.consent.Consultation;
import se.ledfyr.consent.Consultations;

/// Advice given without knowing about whom.
@Controller
@RequestMapping("/consultations")
class ConsultationController {

    private static final int MAX_MINUTES = 1_440;

    private final Consultations consultations;
    private final Forms forms;

    ConsultationController(Consultations consultations, Forms forms) {
        this.consultations = consultations;
        this.forms = forms;
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("lines", consultations.list());
        model.addAttribute("words", forms.of(Map.of(), request));
        return "consent/consultations";
    }

    @GetMapping("/new")
    String blank(HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return form(forms.blank("held_on", request), model);
    }

    @PostMapping("/new")
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        SentForm form = forms.of(sent, request);
        Optional<Consultation> held = read(form);
        if (held.isEmpty()) {
            return form(form, model);
        }
        consultations.add(held.get());
        next.addFlashAttribute("notice", "consent.consultation.done");
        return "redirect:/consultations";
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable UUID id, @RequestParam String why, RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        try {
            consultations.remove(id, why);
            next.addFlashAttribute("notice", "consent.removed.done");
        } catch (IllegalArgumentException noReason) {
            next.addFlashAttribute("notice", "consent.error.reason");
        }
        return "redirect:/consultations";
    }

    private static Optional<Consultation> read(SentForm form) {
        LocalDate day = form.pastDay("held_on");
        String region = form.code("region", "police_region");
        String askedBy = form.code("asked_by", "referred_by");
        String channel = form.code("channel", "consultation_channel");
        SortedSet<String> topics = form.codes("topics", "consultation_topic");
        String concerns = form.code("concerns", "consultation_concerns");
        String about = form.optional("form", "exploitation_form");
        String outcome = form.code("outcome", "consultation_outcome");
        Integer minutes = minutes(form);
        if (!form.errors().isEmpty() || day == null) {
            return Optional.empty();
        }
        return Optional.of(new Consultation(
                UUID.randomUUID(), day, region, askedBy, channel, topics, about, concerns, outcome, minutes));
    }

    private static @Nullable Integer minutes(SentForm form) {
        String text = form.one("minutes");
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("[0-9]{1,4}")) {
            int minutes = Integer.parseInt(text);
            if (minutes >= 1 && minutes <= MAX_MINUTES) {
                return minutes;
            }
        }
        form.wrong("minutes", "consent.error.minutes");
        return null;
    }

    private static String form(SentForm form, Model model) {
        model.addAttribute("form", form);
        return "consent/consultation-form";
    }
}
