package se.ledfyr.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
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
import se.ledfyr.consent.Consultation;
import se.ledfyr.consent.Consultations;

/// Advice given without knowing about whom.
@Controller
@RequestMapping("/consultations")
class ConsultationController {

    private static final int MAX_MINUTES = 1_440;

    private final NamelessPages<Consultation> pages;

    ConsultationController(Consultations consultations, Forms forms) {
        pages = new NamelessPages<>(
                forms,
                new NamelessPages.Names(
                        "/consultations",
                        "consent/consultations",
                        "consent/consultation-form",
                        "held_on",
                        "consent.consultation.done"),
                consultations::list,
                ConsultationController::read,
                consultations::add,
                consultations::remove);
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        return pages.list(request, model);
    }

    @GetMapping("/new")
    String blank(HttpServletRequest request, Model model) {
        return pages.blank(request, model);
    }

    @PostMapping("/new")
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return pages.add(sent, request, model, next);
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable UUID id, @RequestParam String why, RedirectAttributes next) {
        return pages.remove(id, why, next);
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
}
