package se.ledfyr.budget.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import se.ledfyr.budget.AgreementId;
import se.ledfyr.budget.Agreements;
import se.ledfyr.budget.Money;
import se.ledfyr.budget.NotNow;
import se.ledfyr.budget.Price;
import se.ledfyr.budget.PriceKind;
import se.ledfyr.budget.Prices;

/// The price list of a programme: what it was, what it is, and setting it from a day on.
@Controller
@RequestMapping("/money/{id}/prices")
class PriceController {

    private final Prices prices;
    private final Agreements agreements;
    private final MoneyDesk desk;

    PriceController(Prices prices, Agreements agreements, MoneyDesk desk) {
        this.prices = prices;
        this.agreements = agreements;
        this.desk = desk;
    }

    @GetMapping
    @Transactional
    String list(@PathVariable AgreementId id, HttpServletRequest request, Model model) {
        return page(id, desk.blank(request), request, model);
    }

    @PostMapping
    String set(
            @PathVariable AgreementId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Agreement agreement = agreements.get(id);
        if (!agreements.keeps(agreement)) {
            throw new NotHere();
        }
        Form form = desk.form(sent, request);
        Optional<PriceKind> kind = agreement.programme().prices().stream()
                .filter(one -> one.name().equals(form.one("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            form.wrong("kind", "budget.error.choose");
        }
        if (form.one("unit").isEmpty()) {
            form.wrong("unit", "budget.error.amount");
        }
        Money unit = form.moneyOrNone("unit");
        LocalDate from = form.day("from", true);
        if (!form.isRight() || kind.isEmpty() || from == null) {
            return page(id, form, request, model);
        }
        try {
            prices.set(id, new Price(kind.get(), unit, from, null));
            next.addFlashAttribute("notice", "budget.price.done");
            return "redirect:/money/" + id + "/prices";
        } catch (NotNow why) {
            form.wrong("from", why);
            return page(id, form, request, model);
        }
    }

    private String page(AgreementId id, Form form, HttpServletRequest request, Model model) {
        desk.lay(id, request, model);
        List<Price> all = prices.list(id);
        model.addAttribute("prices", all);
        model.addAttribute("form", form);
        return "budget/prices";
    }
}
