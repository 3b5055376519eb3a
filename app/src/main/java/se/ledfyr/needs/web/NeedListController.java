package se.ledfyr.needs.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.casework.HeldCases;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.NeedFilter;
import se.ledfyr.needs.NeedPage;
import se.ledfyr.needs.Needs;
import se.ledfyr.pages.Languages;

/// Open needs across cases: what we owe, and what others owe in the cases we hold.
@Controller
class NeedListController {

    private static final int MOST_PAGES = 10_000;

    private final Needs needs;
    private final HeldCases cases;
    private final WordsFor words;
    private final Languages languages;

    NeedListController(Needs needs, HeldCases cases, WordsFor words, Languages languages) {
        this.needs = needs;
        this.cases = cases;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping("/needs")
    String list(
            @RequestParam(defaultValue = "us") String owed,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            Model model) {
        NeedFilter filter = new NeedFilter(!owed.equals("others"), overdue, type.isEmpty() ? null : type);
        int at = Math.clamp(page, 0, MOST_PAGES);
        NeedPage found = needs.list(filter, at);
        model.addAttribute("list", found);
        model.addAttribute(
                "references",
                cases.references(
                        found.needs().stream().map(Need::caseId).distinct().toList()));
        model.addAttribute("filter", filter);
        model.addAttribute("at", at);
        model.addAttribute("words", words.reader(languages.of(request)));
        return "needs/list";
    }
}
