package se.ledfyr.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
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
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.returns.Admitting;
import se.ledfyr.returns.Applying;
import se.ledfyr.returns.Journeys;
import se.ledfyr.returns.NewCompanion;
import se.ledfyr.returns.ReturnId;

/// One return: reading it, admitting, withdrawing, who goes along, and its end.
@Controller
@RequestMapping("/returns/{id}")
class ReturnController {

    private final ReturnPages pages;
    private final Admitting admitting;
    private final Applying applying;
    private final Journeys journeys;
    private final TermsReader terms;

    ReturnController(ReturnPages pages, Admitting admitting, Applying applying, Journeys journeys, TermsReader terms) {
        this.pages = pages;
        this.admitting = admitting;
        this.applying = applying;
        this.journeys = journeys;
        this.terms = terms;
    }

    @GetMapping
    @Transactional
    String show(@PathVariable ReturnId id, HttpServletRequest request, Model model) {
        Acting.require(Right.FOLLOW_RETURNS);
        return pages.show(id, ReturnForm.empty(), request, model);
    }

    @PostMapping("/decision")
    String decide(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        Consumer<ReturnId> work = switch (form.one("decision")) {
            case "back" -> admitting::takeBack;
            case "yes", "no" -> decision(form);
            default -> {
                form.wrong("decision", "returns.error.decision");
                yield each -> {};
            }
        };
        return pages.act(new ReturnPages.Asked(id, form, "decision", request), work, model, next);
    }

    private Consumer<ReturnId> decision(ReturnForm form) {
        @Nullable LocalDate day = form.requiredDay("decision_day").orElse(null);
        boolean yes = form.one("decision").equals("yes");
        if (!yes) {
            terms.code(form, "refused", "return_refusal", "returns.error.refused");
        }
        return id -> {
            if (day != null && yes) {
                admitting.admit(List.of(id), day);
            } else if (day != null) {
                admitting.refuse(List.of(id), form.one("refused"), day);
            }
        };
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable ReturnId id, RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        admitting.withdraw(id);
        next.addFlashAttribute("notice", "returns.done.withdrawn");
        return "redirect:/returns/" + id.value();
    }

    @PostMapping("/companions")
    String addCompanion(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.OPEN_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        if (!form.one("along_role").startsWith("accompanying_")) {
            form.wrong("along_role", "returns.error.role");
        }
        terms.code(form, "along_sex", "sex", "returns.error.sex");
        terms.code(form, "along_age", "age_group", "returns.error.age");
        if (!form.one("along_citizenship").isEmpty()) {
            terms.code(form, "along_citizenship", "country", "returns.error.country");
        }
        boolean consentNow = !form.one("along_consent").isEmpty();
        boolean asked = applying.operator().isPresent();
        if (asked && !consentNow) {
            form.wrong("along_consent", "returns.error.consent");
        }
        @Nullable
        Integer year = form.one("along_year").isEmpty() ? null : Integer.valueOf(form.whole("along_year", 1900, 2100));
        return pages.act(
                new ReturnPages.Asked(id, form, "along_role", request),
                each -> applying.addCompanion(each, companion(form, year), asked ? form.one("along_consent") : null),
                model,
                next);
    }

    private static NewCompanion companion(ReturnForm form, @Nullable Integer year) {
        return new NewCompanion(
                form.one("along_role"),
                form.one("along_sex"),
                form.one("along_age"),
                year,
                ReturnForm.orNull(form.one("along_citizenship")),
                ReturnForm.orNull(form.one("along_name")),
                null);
    }

    @PostMapping("/funding")
    String fund(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        int year = form.whole("funding_year", 2000, 2100);
        return pages.act(
                new ReturnPages.Asked(id, form, "funding_year", request),
                each -> journeys.fund(List.of(each), year),
                model,
                next);
    }

    @PostMapping("/ending")
    String end(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        terms.code(form, "outcome", "return_outcome", "returns.error.outcome-missing");
        @Nullable LocalDate day = form.requiredDay("ended_on").orElse(null);
        return pages.act(
                new ReturnPages.Asked(id, form, "outcome", request),
                each -> {
                    if (day != null) {
                        journeys.end(each, form.one("outcome"), ReturnForm.orNull(form.one("contact_end")), day);
                    }
                },
                model,
                next);
    }
}
