package se.ledfyr.budget.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.budget.Accounts;
import se.ledfyr.budget.Agreement;
import se.ledfyr.budget.AgreementId;
import se.ledfyr.budget.Agreements;
import se.ledfyr.budget.Money;
import se.ledfyr.budget.NewAgreement;
import se.ledfyr.budget.NotNow;
import se.ledfyr.budget.Programme;
import se.ledfyr.budget.SupplementState;
import se.ledfyr.budget.Supplements;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Option;

/// All agreements that the acting organisation is an end of, and writing a new one.
@Controller
@RequestMapping("/money")
class OverviewController {

    private static final int LONGEST_CONDITIONS = 4_000;
    private static final int LONGEST_REFERENCE = 80;
    private static final int INSTALMENTS = 4;

    private final Agreements agreements;
    private final Accounts accounts;
    private final Supplements supplements;
    private final MoneyDesk desk;

    OverviewController(Agreements agreements, Accounts accounts, Supplements supplements, MoneyDesk desk) {
        this.agreements = agreements;
        this.accounts = accounts;
        this.supplements = supplements;
        this.desk = desk;
    }

    @GetMapping
    @Transactional
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("lines", agreements.list().stream().map(this::line).toList());
        model.addAttribute("mayGrant", Acting.current().may(Right.FUND_PROGRAMMES));
        model.addAttribute("words", desk.words(request));
        return "budget/overview";
    }

    private OverviewLine line(Agreement agreement) {
        return new OverviewLine(
                agreement,
                accounts.of(agreement.id()),
                accounts.closing(agreement.id()).isPresent(),
                supplements.list(agreement.id()).stream()
                        .filter(one -> one.state() == SupplementState.ASKED)
                        .count());
    }

    @GetMapping("/new")
    @Transactional
    String blank(HttpServletRequest request, Model model) {
        Acting.require(Right.FUND_PROGRAMMES);
        return form(desk.blank(request), request, model);
    }

    @PostMapping("/new")
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FUND_PROGRAMMES);
        Form form = desk.form(sent, request);
        OrganisationId keeper = keeper(form);
        LocalDate signed = form.day("signed_on", true);
        LocalDate due = form.day("report_due_on", true);
        Integer year = form.whole("year", 2199);
        Money granted = form.money("granted");
        String reference = form.text("reference", LONGEST_REFERENCE);
        List<NewAgreement.Planned> planned = instalments(form, granted);
        if (year == null || year < 2000) {
            form.wrong("year", "budget.error.year");
        }
        if (signed != null && due != null && due.isBefore(signed)) {
            form.wrong("report_due_on", "budget.error.report-early");
        }
        if (form.one("conditions").length() > LONGEST_CONDITIONS) {
            form.wrong("conditions", "budget.error.long", LONGEST_CONDITIONS);
        }
        if (!form.isRight() || signed == null || due == null || year == null || keeper == null) {
            return form(form, request, model);
        }
        try {
            AgreementId id = agreements.add(new NewAgreement(
                    keeper, programme(form), year, reference, signed, granted, form.one("conditions"), due, planned));
            next.addFlashAttribute("notice", "budget.granted.done");
            return "redirect:/money/" + id;
        } catch (NotNow twice) {
            form.wrong("year", twice);
            return form(form, request, model);
        }
    }

    private static Programme programme(Form form) {
        return form.one("keeper").startsWith("AMP") ? Programme.AMP : Programme.NSP;
    }

    private @org.jspecify.annotations.Nullable OrganisationId keeper(Form form) {
        String sent = form.one("keeper");
        for (Programme programme : Programme.values()) {
            for (Organisation one : agreements.keepers(programme)) {
                if (key(programme, one).equals(sent)) {
                    return one.id();
                }
            }
        }
        form.wrong("keeper", "budget.error.choose");
        return null;
    }

    private static List<NewAgreement.Planned> instalments(Form form, Money granted) {
        List<NewAgreement.Planned> planned = new ArrayList<>();
        Money sum = Money.ZERO;
        for (int i = 1; i <= INSTALMENTS; i++) {
            if (!form.one("amount_" + i).isEmpty() || !form.one("due_" + i).isEmpty()) {
                Money amount = form.money("amount_" + i);
                LocalDate due = form.day("due_" + i, true);
                sum = sum.plus(amount);
                if (due != null) {
                    planned.add(new NewAgreement.Planned(due, amount));
                }
            }
        }
        if (sum.compareTo(granted) > 0) {
            form.wrong("amount_1", "budget.error.instalments");
        }
        return planned;
    }

    private String form(Form form, HttpServletRequest request, Model model) {
        List<Option> keepers = new ArrayList<>();
        Words words = desk.words(request);
        for (Programme programme : Programme.values()) {
            for (Organisation one : agreements.keepers(programme)) {
                String key = key(programme, one);
                keepers.add(new Option(
                        key, words.programme(programme) + ": " + one.name(), key.equals(form.one("keeper"))));
            }
        }
        model.addAttribute("keepers", keepers);
        model.addAttribute("form", form);
        model.addAttribute("words", words);
        return "budget/new";
    }

    private static String key(Programme programme, Organisation one) {
        return programme.name() + " " + one.id().value();
    }
}
