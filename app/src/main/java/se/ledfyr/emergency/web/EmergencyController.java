package se.ledfyr.emergency.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.emergency.BreakGlass;

/// Breaking the glass, and what one was told of it.
@Controller
@RequestMapping("/emergency")
class EmergencyController {

    private final BreakGlass glass;
    private final EvenTime evenly;
    private final Clock clock;

    EmergencyController(BreakGlass glass, EvenTime evenly, Clock clock) {
        this.glass = glass;
        this.evenly = evenly;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        return page("", "", null, model);
    }

    /// The same answer after the same time, whether or not there was anybody.
    @PostMapping
    String breakGlass(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        BreakGlass.Answer answer = evenly.answer(() -> glass.breakGlass(words, reason));
        if (answer != BreakGlass.Answer.DONE) {
            return page(words, reason, answer, model);
        }
        next.addFlashAttribute("notice", "emergency.done");
        return "redirect:/emergency";
    }

    @GetMapping("/told")
    String told(Model model) {
        if (Acting.ifBound().filter(EmergencyController::mayBeTold).isEmpty()) {
            throw new NotHere();
        }
        model.addAttribute("told", glass.listTold());
        model.addAttribute("now", clock.instant());
        return "emergency/told";
    }

    /// Who is told: leads, and where nobody leads auditors or administrators.
    static boolean mayBeTold(Acting acting) {
        return acting.may(Right.SEAL_CASES) || acting.may(Right.READ_AUDIT) || acting.may(Right.ADMINISTER_MEMBERS);
    }

    private String page(
            String words, String reason, BreakGlass.@org.jspecify.annotations.Nullable Answer answer, Model model) {
        model.addAttribute("words", words);
        model.addAttribute("reason", reason);
        model.addAttribute("answer", answer);
        model.addAttribute("mine", glass.listMine());
        model.addAttribute("now", clock.instant());
        return "emergency/emergency";
    }
}
