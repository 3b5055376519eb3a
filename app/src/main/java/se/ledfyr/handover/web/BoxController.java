package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.handover.Box;
import se.ledfyr.handover.Boxes;
import se.ledfyr.handover.OfferPage;

/// Inbox, outbox, what was carried to us, and what has ended.
@Controller
class BoxController {

    private final Boxes boxes;
    private final LabelMaker labels;
    private final Clock clock;

    BoxController(Boxes boxes, LabelMaker labels, Clock clock) {
        this.boxes = boxes;
        this.labels = labels;
        this.clock = clock;
    }

    @GetMapping("/handovers")
    String list(
            @RequestParam(defaultValue = "inbox") String box,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Box chosen = Arrays.stream(Box.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(box))
                .findFirst()
                .orElse(Box.INBOX);
        model.addAttribute("box", chosen);
        model.addAttribute("offers", boxes.list(chosen, place(after)));
        model.addAttribute("counts", boxes.count());
        model.addAttribute("labels", labels.of(request));
        model.addAttribute("now", clock.instant());
        return "handover/box";
    }

    private static OfferPage.@Nullable Place place(String text) {
        try {
            return text.isEmpty() ? null : OfferPage.Place.of(text);
        } catch (IllegalArgumentException fromTheBeginning) {
            return null;
        }
    }
}
