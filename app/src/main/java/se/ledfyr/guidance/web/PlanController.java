package se.ledfyr.guidance.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.guidance.Mark;
import se.ledfyr.guidance.Plans;
import se.ledfyr.organisations.Members;
import se.ledfyr.pages.Languages;

/// The plan of a case along the steps of the manual.
@Controller
@RequestMapping("/cases/{id}/plan")
class PlanController {

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final Plans plans;
    private final Cases cases;
    private final Members members;
    private final Languages languages;
    private final Clock clock;

    PlanController(Plans plans, Cases cases, Members members, Languages languages, Clock clock) {
        this.plans = plans;
        this.cases = cases;
        this.members = members;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        CaseFile file = cases.get(id);
        model.addAttribute("file", file);
        model.addAttribute("plan", plans.of(file));
        model.addAttribute("colleagues", new Colleagues(members.list(), languages.of(request)));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), LOCAL_TIME));
        return "guidance/plan";
    }

    @PostMapping("/marks")
    String mark(@PathVariable CaseId id, @RequestParam String action, @RequestParam String mark) {
        plans.mark(id, action, read(mark));
        return "redirect:/cases/" + id.value() + "/plan#" + action;
    }

    @PostMapping("/edition")
    String moveTo(@PathVariable CaseId id, @RequestParam String edition, RedirectAttributes next) {
        plans.moveTo(id, edition);
        next.addFlashAttribute("notice", "guidance.edition.moved");
        return "redirect:/cases/" + id.value() + "/plan";
    }

    private static Mark read(String sent) {
        for (Mark mark : Mark.values()) {
            if (mark.name().equals(sent)) {
                return mark;
            }
        }
        throw new NotHere();
    }
}
