package se.ledfyr.deadlines.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.ledfyr.access.NotHere;
import se.ledfyr.deadlines.CalendarFile;
import se.ledfyr.deadlines.Calendars;
import se.ledfyr.deadlines.RunningClock;

/// One's own secret calendar address, and what a calendar program gets from it.
@Controller
class CalendarPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Calendars calendars;
    private final Clock clock;
    private final String publicUrl;

    CalendarPages(Calendars calendars, Clock clock, Environment environment) {
        this.calendars = calendars;
        this.clock = clock;
        this.publicUrl = environment.getProperty("ledfyr.public-url", "").replaceAll("/+$", "");
    }

    @GetMapping("/deadlines/calendar")
    String show(Model model) {
        model.addAttribute("address", calendars.find().orElse(null));
        return "deadlines/calendar";
    }

    /// The address is shown on this one page and never again.
    @PostMapping("/deadlines/calendar")
    String open(HttpServletRequest request, Model model) {
        model.addAttribute(
                "secret", house(request) + "/calendar/" + calendars.open().text());
        return show(model);
    }

    @PostMapping("/deadlines/calendar/closing")
    String close(RedirectAttributes next) {
        calendars.close();
        next.addFlashAttribute("notice", "deadlines.calendar.closed");
        return "redirect:/deadlines/calendar";
    }

    /// For calendar programs, which do not sign in.
    @GetMapping("/calendar/{secret}")
    ResponseEntity<String> read(@PathVariable String secret, HttpServletRequest request) {
        List<RunningClock> clocks = calendars.read(secret).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .body(CalendarFile.of(clocks, house(request) + "/deadlines", clock.instant()));
    }

    private String house(HttpServletRequest request) {
        return publicUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : publicUrl;
    }
}
