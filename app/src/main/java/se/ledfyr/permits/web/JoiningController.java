package se.ledfyr.permits.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.casework.CaseId;
import se.ledfyr.permits.Joining;
import se.ledfyr.permits.PeriodOverlaps;

/// Joining a case to the application for a reflection period that its holder has been told of.
@Controller
class JoiningController {

    private final Joining joining;

    JoiningController(Joining joining) {
        this.joining = joining;
    }

    @PostMapping("/cases/{id}/permits/joining")
    String join(@PathVariable CaseId id, RedirectAttributes next) {
        next.addFlashAttribute("notice", joined(id) ? "permits.joined" : "permits.error.overlap");
        return "redirect:/cases/" + id.value() + "#permits";
    }

    private boolean joined(CaseId id) {
        try {
            joining.join(id);
            return true;
        } catch (PeriodOverlaps overlap) {
            return false;
        }
    }
}
