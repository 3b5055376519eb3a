package se.ledfyr.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.returns.ReturnPage;
import se.ledfyr.returns.Returns;
import se.ledfyr.returns.Stage;
import se.ledfyr.returns.StageCounts;

/// Applications and people in the programme by stage: the coordinator's, and those of who carries out returns.
@Controller
class ReturnListController {

    private final Returns returns;
    private final WordMaker words;

    ReturnListController(Returns returns, WordMaker words) {
        this.returns = returns;
        this.words = words;
    }

    @GetMapping("/returns")
    @Transactional
    String list(
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            Model model) {
        Acting.require(Right.FOLLOW_RETURNS);
        StageCounts counts = returns.count();
        Stage chosen = Stage.of(stage).orElse(Stage.WAITING);
        model.addAttribute("stage", chosen);
        model.addAttribute("counts", counts);
        model.addAttribute("lines", returns.list(chosen, place(after)));
        model.addAttribute("groups", returns.groups());
        model.addAttribute("operator", returns.self().kind() == OrganisationKind.RETURN_OPERATOR);
        model.addAttribute("mayOpen", Acting.current().may(Right.OPEN_RETURNS));
        model.addAttribute("words", words.of(request));
        return "returns/list";
    }

    private static ReturnPage.@Nullable Place place(String text) {
        try {
            return text.isEmpty() ? null : ReturnPage.Place.of(text);
        } catch (IllegalArgumentException fromTheBeginning) {
            return null;
        }
    }
}
