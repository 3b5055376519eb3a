package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.ledfyr.handover.Chairs;

/// Where people are left between chairs, for the national coordination.
@Controller
class ChairsController {

    private final Chairs chairs;
    private final LabelMaker labels;

    ChairsController(Chairs chairs, LabelMaker labels) {
        this.chairs = chairs;
        this.labels = labels;
    }

    @GetMapping("/chairs")
    String show(HttpServletRequest request, Model model) {
        model.addAttribute("figures", chairs.get());
        model.addAttribute("labels", labels.of(request));
        return "handover/chairs";
    }
}
