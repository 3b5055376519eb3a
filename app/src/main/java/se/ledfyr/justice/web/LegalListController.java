package se.ledfyr.justice.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.casework.HeldCases;
import se.ledfyr.justice.Reports;
import se.ledfyr.justice.StatusEntry;
import se.ledfyr.justice.StatusPage;

/// How far everything in the own files has come, across cases.
@Controller
class LegalListController {

    private static final int MOST_PAGES = 100;

    private final Reports reports;
    private final HeldCases cases;
    private final LegalWords words;

    LegalListController(Reports reports, HeldCases cases, LegalWords words) {
        this.reports = reports;
        this.cases = cases;
        this.words = words;
    }

    @GetMapping("/justice")
    @Transactional
    String list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            Model model) {
        int at = Math.clamp(page, 0, MOST_PAGES);
        StatusPage found = reports.list(status.isEmpty() ? null : status, at);
        model.addAttribute("list", found);
        model.addAttribute(
                "references",
                cases.references(found.entries().stream()
                        .map(StatusEntry::caseId)
                        .distinct()
                        .toList()));
        model.addAttribute("status", status);
        model.addAttribute("at", at);
        model.addAttribute("words", words.reader(request));
        return "justice/list";
    }
}
