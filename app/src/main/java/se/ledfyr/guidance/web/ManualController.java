package se.ledfyr.guidance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.guidance.Edition;
import se.ledfyr.guidance.Manual;

/// Reading the manual, in any edition, for whoever works with people.
@Controller
class ManualController {

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final Manual manual;
    private final Clock clock;

    ManualController(Manual manual, Clock clock) {
        this.manual = manual;
        this.clock = clock;
    }

    @GetMapping("/manual")
    String show(@RequestParam(defaultValue = "") String edition, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Edition current = manual.on(LocalDate.ofInstant(clock.instant(), LOCAL_TIME));
        Edition shown = edition.isEmpty() ? current : manual.find(edition).orElseThrow(NotHere::new);
        model.addAttribute("shown", shown);
        model.addAttribute("current", current);
        model.addAttribute("editions", manual.list().reversed());
        return "guidance/manual";
    }
}
