package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.ledfyr.support.OwnHomes;

/// The homes of the register as whoever runs them sees them.
@Controller
class OwnHomesController {

    private final OwnHomes homes;
    private final SupportWordsFor words;

    OwnHomesController(OwnHomes homes, SupportWordsFor words) {
        this.homes = homes;
        this.words = words;
    }

    @GetMapping("/support/own-homes")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("homes", homes.list());
        model.addAttribute("words", words.of(request));
        return "support/own-homes";
    }
}
