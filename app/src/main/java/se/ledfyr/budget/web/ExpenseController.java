package se.ledfyr.budget.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.ledfyr.budget.Expense;
import se.ledfyr.budget.ExpenseId;
import se.ledfyr.budget.Money;
import se.ledfyr.budget.NewExpense;
import se.ledfyr.budget.NotNow;
import se.ledfyr.budget.Ties;

/// What has been booked, booking more, and putting right what was wrong.
@Controller
@RequestMapping("/money/{id}/expenses")
class ExpenseController {

    private static final int LONGEST_NOTE = 200;
    private static final int MOST = 100_000;
    private static final String UUID_AS_WRITTEN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Accounts accounts;
    private final Ties ties;
    private final Agreements agreements;
    private final MoneyDesk desk;

    ExpenseController(Accounts accounts, Ties ties, Agreements agreements, MoneyDesk desk) {
        this.accounts = accounts;
        this.ties = ties;
        this.agreements = agreements;
        this.desk = desk;
    }

    /// In the query: `for` the grant or the return that an expense is to be booked for.
    @GetMapping
    @Transactional
    String list(
            @PathVariable AgreementId id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(name = "for", required = false) @Nullable String forWhom,
            HttpServletRequest request,
            Model model) {
        if (forWhom != null) {
            if (!forWhom.matches(UUID_AS_WRITTEN)) {
                throw new NotHere();
            }
            model.addAttribute("tie", ties.get(id, UUID.fromString(forWhom)));
        }
        return page(id, Math.max(0, page), desk.blank(request), request, model);
    }

    @PostMapping
    String book(
            @PathVariable AgreementId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Agreement agreement = keptOrGone(id);
        Form form = desk.form(sent, request);
        LocalDate day = bookedOn(form, agreement);
        Money amount = form.money("amount");
        String kind = form.one("kind");
        if (!desk.words(request).isKind(kind)) {
            form.wrong("kind", "budget.error.choose");
        }
        Integer quantity = form.whole("quantity", MOST);
        if (form.one("note").length() > LONGEST_NOTE) {
            form.wrong("note", "budget.error.long", LONGEST_NOTE);
        }
        UUID grant = grant(form);
        if (grant != null) {
            ties.find(id, grant).ifPresent(tie -> model.addAttribute("tie", tie));
        }
        if (!form.isRight() || day == null) {
            return page(id, 0, form, request, model);
        }
        try {
            accounts.book(id, new NewExpense(day, kind, quantity, amount, form.one("note"), grant));
            next.addFlashAttribute("notice", "budget.booked.done");
            return "redirect:/money/" + id + "/expenses";
        } catch (NotNow why) {
            form.wrong("amount", why);
        } catch (NotHere unknownGrant) {
            form.wrong("grant", "budget.error.grant");
        }
        return page(id, 0, form, request, model);
    }

    @PostMapping("/{expense}/correction")
    String correct(
            @PathVariable AgreementId id,
            @PathVariable ExpenseId expense,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        keptOrGone(id);
        Form form = desk.form(sent, request);
        Money back = form.money("back");
        String note = form.text("why", LONGEST_NOTE);
        if (!form.isRight()) {
            return page(id, 0, form, request, model);
        }
        try {
            accounts.correct(id, expense, back, note);
            next.addFlashAttribute("notice", "budget.corrected.done");
            return "redirect:/money/" + id + "/expenses";
        } catch (NotNow why) {
            form.wrong("back", why);
            return page(id, 0, form, request, model);
        }
    }

    private static @Nullable LocalDate bookedOn(Form form, Agreement agreement) {
        LocalDate day = form.day("booked_on", true);
        if (day != null
                && (day.isBefore(agreement.first())
                        || day.isAfter(agreement.last().plusMonths(6)))) {
            form.wrong("booked_on", "budget.error.outside");
        }
        return day;
    }

    private static @Nullable UUID grant(Form form) {
        String sent = form.one("grant");
        if (sent.isEmpty()) {
            return null;
        }
        if (!sent.matches(UUID_AS_WRITTEN)) {
            form.wrong("grant", "budget.error.grant");
            return null;
        }
        return UUID.fromString(sent);
    }

    private Agreement keptOrGone(AgreementId id) {
        Agreement agreement = agreements.get(id);
        if (!agreements.keeps(agreement)) {
            throw new NotHere();
        }
        return agreement;
    }

    private String page(AgreementId id, int page, Form form, HttpServletRequest request, Model model) {
        Agreement agreement = desk.lay(id, request, model);
        List<Expense> found = accounts.expenses(id, page);
        model.addAttribute("expenses", found.stream().limit(Accounts.PAGE).toList());
        model.addAttribute("ties", ties.of(agreement, found));
        model.addAttribute("more", found.size() > Accounts.PAGE);
        model.addAttribute("at", page);
        model.addAttribute("closed", accounts.closing(id).isPresent());
        model.addAttribute("form", form);
        return "budget/expenses";
    }
}
