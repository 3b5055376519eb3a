package se.ledfyr.permits.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.pages.Languages;
import se.ledfyr.permits.ApplicationBox;
import se.ledfyr.permits.ApplicationPage;
import se.ledfyr.permits.Applications;
import se.ledfyr.permits.FiledPeriods;

/// Reflection periods across cases: those that run, with days left, and what waits for somebody.
@Controller
class PermitListController {

    private final Applications applications;
    private final FiledPeriods periods;
    private final WordsFor words;
    private final Languages languages;

    PermitListController(Applications applications, FiledPeriods periods, WordsFor words, Languages languages) {
        this.applications = applications;
        this.periods = periods;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping("/permits")
    @Transactional
    String list(
            @RequestParam(defaultValue = "running") String box,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            Model model) {
        int at = Math.clamp(page, 0, ApplicationPage.LAST);
        ApplicationBox chosen = ApplicationBox.of(box);
        model.addAttribute("list", applications.list(chosen, at));
        model.addAttribute("box", chosen);
        model.addAttribute("at", at);
        model.addAttribute("filed", periods.countAsked());
        model.addAttribute("words", words.reader(languages.of(request)));
        return "permits/list";
    }
}
