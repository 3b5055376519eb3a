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
import se.ledfyr.budget.Accounts;
import se.ledfyr.budget.Agreement;
import se.ledfyr.budget.AgreementId;
import se.ledfyr.budget.Agreements;
import se.ledfyr.budget.Closing;
import se.ledfyr.budget.Money;
import se.ledfyr.budget.NotNow;

/// The account at year's end: the keeper closes it, the funder agrees, and both see the same figures.
@Controller
@RequestMapping("/money/{id}/account")
class ClosingController {

    private final Accounts accounts;
    private final Agreements agreements;
    private final MoneyDesk desk;

    ClosingController(Accounts accounts, Agreements agreements, MoneyDesk desk) {
        this.accounts = accounts;
        this.agreements = agreements;
        this.desk = desk;
    }

    @GetMapping
    @Transactional
    String show(@PathVariable AgreementId id, HttpServletRequest request, Model model) {
        return page(id, desk.blank(request), request, model);
    }

    @PostMapping("/closing")
    String close(
            @PathVariable AgreementId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        if (!agreements.keeps(agreements.get(id))) {
            throw new NotHere();
        }
        Form form = desk.form(sent, request);
        Money carried = form.moneyOrNone("carried");
        if (!form.isRight()) {
            return page(id, form, request, model);
        }
        try {
            accounts.close(id, carried);
            next.addFlashAttribute("notice", "budget.closed.done");
            return "redirect:/money/" + id + "/account";
        } catch (NotNow why) {
            form.wrong("carried", why);
            return page(id, form, request, model);
        }
    }

    @PostMapping("/confirmation")
    String confirm(@PathVariable AgreementId id, RedirectAttributes next) {
        try {
            accounts.confirm(id);
            next.addFlashAttribute("notice", "budget.confirmed.done");
        } catch (NotNow why) {
            next.addFlashAttribute("notice", why.key());
        }
        return "redirect:/money/" + id + "/account";
    }

    private String page(AgreementId id, Form form, HttpServletRequest request, Model model) {
        Agreement agreement = desk.lay(id, request, model);
        Closing closing = accounts.closing(id).orElse(null);
        model.addAttribute("account", closing == null ? accounts.beforeClosing(id) : closing.account());
        if (closing != null) {
            model.addAttribute("closing", closing);
        }
        model.addAttribute("over", agreements.today().isAfter(agreement.last()));
        model.addAttribute("form", form);
        return "budget/account";
    }
}
