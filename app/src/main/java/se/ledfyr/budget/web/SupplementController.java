package se.ledfyr.budget.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.budget.Agreement;
import se.ledfyr.budget.Agreements;
import se.ledfyr.budget.Money;
import se.ledfyr.budget.NotNow;
import se.ledfyr.budget.Supplement;
import se.ledfyr.budget.SupplementId;
import se.ledfyr.budget.Supplements;

/// A request for more money as a document, and the funder's decision on it.
@Controller
@RequestMapping("/money/supplements/{id}")
class SupplementController {

    private static final int LONGEST_DECISION = 4_000;

    private final Supplements supplements;
    private final Agreements agreements;
    private final MoneyDesk desk;

    SupplementController(Supplements supplements, Agreements agreements, MoneyDesk desk) {
        this.supplements = supplements;
        this.agreements = agreements;
        this.desk = desk;
    }

    @GetMapping
    @Transactional
    String show(@PathVariable SupplementId id, HttpServletRequest request, Model model) {
        return page(id, desk.blank(request), request, model);
    }

    @PostMapping("/decision")
    String decide(
            @PathVariable SupplementId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Agreement agreement = agreements.get(supplements.get(id).agreement());
        if (!agreements.funds(agreement)) {
            throw new NotHere();
        }
        Form form = desk.form(sent, request);
        boolean refused = form.one("answer").equals("refuse");
        if (!refused && !form.one("answer").equals("grant")) {
            form.wrong("answer", "budget.error.choose");
        }
        Money granted = refused ? Money.ZERO : form.money("granted");
        String decision = form.text("decision", LONGEST_DECISION);
        if (!form.isRight()) {
            return page(id, form, request, model);
        }
        try {
            supplements.decide(id, refused ? null : granted, decision);
            next.addFlashAttribute("notice", "budget.decided.done");
            return "redirect:/money/supplements/" + id;
        } catch (NotNow why) {
            form.wrong("answer", why);
            return page(id, form, request, model);
        }
    }

    private String page(SupplementId id, Form form, HttpServletRequest request, Model model) {
        Supplement supplement = supplements.get(id);
        desk.lay(supplement.agreement(), request, model);
        model.addAttribute("supplement", supplement);
        model.addAttribute("chart", RangeChart.of(supplement.outlook(), desk.words(request)));
        model.addAttribute("form", form);
        return "budget/supplement";
    }
}
