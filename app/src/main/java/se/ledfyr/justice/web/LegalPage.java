package se.ledfyr.justice.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.justice.LegalHelp;
import se.ledfyr.justice.Reports;
import se.ledfyr.justice.WageClaims;

/// The page on which everything about the legal process of a case stands, with a form that came back or
/// none.
@Component
class LegalPage {

    private final Cases cases;
    private final Reports reports;
    private final LegalHelp help;
    private final WageClaims claims;
    private final LegalWords words;

    LegalPage(Cases cases, Reports reports, LegalHelp help, WageClaims claims, LegalWords words) {
        this.cases = cases;
        this.reports = reports;
        this.help = help;
        this.claims = claims;
        this.words = words;
    }

    /// @throws se.ledfyr.access.NotHere when the acting organisation takes no part in such a case
    CaseFile file(CaseId id) {
        return cases.get(id);
    }

    String show(CaseId id, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("file", file(id));
        model.addAttribute("reports", reports.listOf(id));
        model.addAttribute("without", reports.findWithoutReport(id).orElse(null));
        model.addAttribute("withoutHistory", reports.history(id, null));
        model.addAttribute("counsel", help.counsel(id));
        model.addAttribute("rights", help.rights(id));
        model.addAttribute("compensations", help.compensations(id));
        model.addAttribute("claims", claims.listOf(id));
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(request));
        return "justice/case";
    }

    /// Where a form of the page leads when it has done its work.
    static String back(CaseId id, String anchor) {
        return "redirect:/cases/" + id.value() + "/justice#" + anchor;
    }
}
