package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseTimes;
import se.ledfyr.casework.Cases;
import se.ledfyr.deadlines.ClockId;
import se.ledfyr.deadlines.Rules;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;

/// Setting the times of a case and noting that what was due is done.
@Controller
@RequestMapping("/cases/{id}/times")
class CaseTimesController {

    private static final int YEARS = 20;

    private final Cases cases;
    private final CaseTimes times;
    private final Rules rules;
    private final Languages languages;
    private final Clock clock;

    CaseTimesController(Cases cases, CaseTimes times, Rules rules, Languages languages, Clock clock) {
        this.cases = cases;
        this.times = times;
        this.rules = rules;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        FormValues values = new FormValues(Map.of("first", List.of(today().toString())));
        return form(cases.getHeld(id), values, new FormErrors(), request, model);
    }

    @PostMapping
    String start(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = cases.getHeld(id);
        FormErrors errors = new FormErrors();
        LocalDate began = day("first", first, errors);
        LocalDate ends = last.isBlank() ? null : day("last", last, errors);
        if (!times.rules().contains(rule)
                || began != null && rules.find(rule, began).isEmpty()) {
            errors.add("rule", "casework.times.error.rule");
        }
        if (began != null && ends != null && ends.isBefore(began)) {
            errors.add("last", "casework.times.error.order");
        }
        if (errors.isEmpty() && began != null) {
            times.start(id, rule, began, ends);
            next.addFlashAttribute("notice", "casework.times.set");
            return "redirect:/cases/" + id.value() + "#times";
        }
        FormValues values =
                new FormValues(Map.of("rule", List.of(rule), "first", List.of(first), "last", List.of(last)));
        return form(file, values, errors, request, model);
    }

    @PostMapping("/{time}/done")
    String done(@PathVariable CaseId id, @PathVariable UUID time, RedirectAttributes next) {
        times.done(id, new ClockId(time));
        next.addFlashAttribute("notice", "casework.times.done");
        return "redirect:/cases/" + id.value() + "#times";
    }

    private @Nullable LocalDate day(String field, String text, FormErrors errors) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.isAfter(today().minusYears(YEARS)) && day.isBefore(today().plusYears(YEARS))) {
                return day;
            }
        } catch (DateTimeException malformed) {
            errors.add(field, "casework.times.error.day");
            return null;
        }
        errors.add(field, "casework.times.error.day");
        return null;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String form(CaseFile file, FormValues values, FormErrors errors, HttpServletRequest request, Model model) {
        Texts texts = languages.of(request);
        model.addAttribute("file", file);
        model.addAttribute("values", values);
        model.addAttribute("errors", errors.in(texts));
        model.addAttribute(
                "rules",
                times.rules().stream()
                        .flatMap(code -> rules.find(code, today()).stream())
                        .map(rule -> new Option(
                                rule.code(),
                                rule.label(texts.language()),
                                rule.code().equals(values.one("rule"))))
                        .toList());
        return "casework/times-form";
    }
}
