package se.ledfyr.emergency.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.emergency.Glass;
import se.ledfyr.emergency.GlassId;
import se.ledfyr.emergency.Reviews;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;

/// The queue in which auditors judge every breaking of the glass.
@Controller
@RequestMapping("/emergency/reviews")
class ReviewController {

    private final Reviews reviews;
    private final Languages languages;

    ReviewController(Reviews reviews, Languages languages) {
        this.reviews = reviews;
        this.languages = languages;
    }

    @GetMapping
    String queue(Model model) {
        model.addAttribute("queue", reviews.queue());
        model.addAttribute("judged", reviews.judged());
        model.addAttribute("own", Acting.current().organisation());
        return "emergency/reviews";
    }

    @GetMapping("/{id}")
    String one(@PathVariable GlassId id, HttpServletRequest request, Model model) {
        return page(reviews.get(id), "", false, request, model);
    }

    @PostMapping("/{id}")
    String judge(
            @PathVariable GlassId id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Glass glass = reviews.get(id);
        try {
            reviews.judge(id, Glass.Verdict.valueOf(verdict), why);
        } catch (IllegalArgumentException missing) {
            model.addAttribute("chosen", verdict);
            return page(glass, why, true, request, model);
        }
        next.addFlashAttribute("notice", "emergency.judged.done");
        return "redirect:/emergency/reviews";
    }

    private String page(Glass glass, String why, boolean wrong, HttpServletRequest request, Model model) {
        Texts texts = languages.of(request);
        Object chosen = model.getAttribute("chosen");
        List<Option> verdicts = Arrays.stream(Glass.Verdict.values())
                .map(each -> new Option(
                        each.name(),
                        texts.get("emergency.verdict." + each.name()),
                        each.name().equals(chosen)))
                .toList();
        model.addAttribute("glass", glass);
        model.addAttribute("own", glass.organisation().equals(Acting.current().organisation()));
        model.addAttribute("verdicts", verdicts);
        model.addAttribute("why", why);
        model.addAttribute("wrong", wrong);
        return "emergency/review";
    }
}
