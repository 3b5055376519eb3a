package se.ledfyr.budget.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.budget.Accounts;
import se.ledfyr.budget.AgreementId;
import se.ledfyr.budget.Agreements;
import se.ledfyr.budget.NotNow;
import se.ledfyr.budget.Outcomes;
import se.ledfyr.budget.Supplements;

/// One agreement: what was granted on which conditions, what has come, and what was asked for besides.
@Controller
@RequestMapping("/money/{id}")
class AgreementController {

    private final Agreements agreements;
    private final Accounts accounts;
    private final Supplements supplements;
    private final Outcomes outcomes;
    private final MoneyDesk desk;

    AgreementController(
            Agreements agreements, Accounts accounts, Supplements supplements, Outcomes outcomes, MoneyDesk desk) {
        this.agreements = agreements;
        this.accounts = accounts;
        this.supplements = supplements;
        this.outcomes = outcomes;
        this.desk = desk;
    }

    @GetMapping
    @Transactional
    String show(@PathVariable AgreementId id, HttpServletRequest request, Model model) {
        desk.lay(id, request, model);
        model.addAttribute("account", accounts.of(id));
        model.addAttribute("closed", accounts.closing(id).isPresent());
        model.addAttribute("instalments", agreements.instalments(id));
        model.addAttribute("supplements", supplements.list(id));
        return "budget/agreement";
    }

    @PostMapping("/acceptance")
    String accept(@PathVariable AgreementId id, RedirectAttributes next) {
        agreements.accept(id);
        return back(id, "budget.taken-on.done", next);
    }

    @PostMapping("/report")
    String handIn(@PathVariable AgreementId id, RedirectAttributes next) {
        try {
            agreements.handIn(id);
            return back(id, "budget.reported.done", next);
        } catch (NotNow why) {
            return back(id, why.key(), next);
        }
    }

    @PostMapping("/instalments/{instalment}")
    String receive(@PathVariable AgreementId id, @PathVariable UUID instalment, RedirectAttributes next) {
        agreements.receive(id, instalment);
        return back(id, "budget.received.done", next);
    }

    /// What each person cost, year by year.
    @GetMapping("/outcomes")
    @Transactional
    String outcomes(@PathVariable AgreementId id, HttpServletRequest request, Model model) {
        desk.lay(id, request, model);
        model.addAttribute("told", outcomes.tell(id));
        return "budget/outcomes";
    }

    private static String back(AgreementId id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/money/" + id;
    }
}
