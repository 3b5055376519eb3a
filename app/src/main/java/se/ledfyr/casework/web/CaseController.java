package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.casework.CaseAlreadyOpen;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Closing;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.NotYetClosable;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Pieces;

/// The page of a case, and what its holder does with it: passing it on inside the organisation,
/// closing, reopening.
@Controller
@RequestMapping("/cases/{id}")
class CaseController {

    private static final String ERROR = "error";

    private final Cases cases;
    private final CaseCards cards;
    private final Codes codes;
    private final Languages languages;
    private final Pieces pieces;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseController(
            Cases cases,
            CaseCards cards,
            Codes codes,
            Languages languages,
            Pieces pieces,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.cards = cards;
        this.codes = codes;
        this.languages = languages;
        this.pieces = pieces;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// In one transaction, though a dozen services are asked: the parts agree, and what was seen is put on record once.
    @GetMapping
    @Nullable
    String show(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        return transaction.execute(status -> page(cases.get(id), null, request, model));
    }

    /// Shows what a protected identity holds back, once, to somebody who has said why. Posted, so that
    /// going back or reloading asks again.
    @PostMapping("/reveal")
    String reveal(@PathVariable CaseId id, @RequestParam String reason, HttpServletRequest request, Model model) {
        CaseFile file = cases.get(id);
        if (!PersonController.isGiven(reason)) {
            model.addAttribute(ERROR, "casework.error.reason");
            return page(file, null, request, model);
        }
        return page(file, reason.strip(), request, model);
    }

    @PostMapping("/holder")
    String passOn(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        try {
            cases.moveInside(
                    id,
                    to.equals(CaseCards.ON_DUTY) ? HolderInside.ON_DUTY : new HolderInside.Colleague(MemberId.of(to)));
        } catch (IllegalArgumentException nobodyWhoCould) {
            model.addAttribute(ERROR, "casework.case.error.colleague");
            return page(cases.get(id), null, request, model);
        }
        next.addFlashAttribute("notice", "casework.case.moved");
        return "redirect:/cases/" + id.value();
    }

    @GetMapping("/closing")
    String closing(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        return form(cases.getHeld(id), FormValues.none(), new FormErrors(), request, model);
    }

    @PostMapping("/closing")
    String close(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = cases.getHeld(id);
        FormErrors errors = new FormErrors();
        if (!codes.book().isValid("case_outcome", outcome, LocalDate.now(clock))) {
            errors.add("outcome", "casework.case.error.outcome");
        }
        if (!reason.isBlank() && !PersonController.isGiven(reason)) {
            errors.add("reason", "casework.error.reason");
        }
        if (errors.isEmpty()) {
            try {
                cases.close(id, new Closing(outcome, reason));
                next.addFlashAttribute("notice", "casework.case.closed");
                return "redirect:/cases/" + id.value();
            } catch (NotYetClosable notYet) {
                // The form names what stands in the way.
                errors.add("outcome", "casework.case.error.not-yet");
            }
        }
        return form(
                file,
                new FormValues(Map.of("outcome", List.of(outcome), "reason", List.of(reason))),
                errors,
                request,
                model);
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = cases.get(id);
        if (PersonController.isGiven(why)) {
            try {
                cases.reopen(id, why);
                next.addFlashAttribute("notice", "casework.case.reopened");
                return "redirect:/cases/" + id.value();
            } catch (CaseAlreadyOpen other) {
                model.addAttribute(ERROR, "casework.case.error.other-open");
            }
        } else {
            model.addAttribute(ERROR, "casework.error.reason");
        }
        return page(file, null, request, model);
    }

    private String page(CaseFile file, @Nullable String reason, HttpServletRequest request, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("card", cards.of(file, reason, languages.of(request)));
        model.addAttribute("pieces", pieces);
        model.addAttribute("choices", choices(FormValues.none(), request));
        return "casework/case";
    }

    private String form(CaseFile file, FormValues values, FormErrors errors, HttpServletRequest request, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("obstacles", cases.obstacles(file));
        model.addAttribute("values", values);
        model.addAttribute("errors", errors.in(languages.of(request)));
        model.addAttribute("choices", choices(values, request));
        return "casework/case-closing";
    }

    private Choices choices(FormValues values, HttpServletRequest request) {
        return new Choices(
                codes.book(), LocalDate.now(clock), languages.of(request).language(), values);
    }
}
