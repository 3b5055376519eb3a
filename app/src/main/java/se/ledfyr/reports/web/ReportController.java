package se.ledfyr.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.NotHere;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;
import se.ledfyr.reports.Numbers;
import se.ledfyr.reports.Part;
import se.ledfyr.reports.Report;
import se.ledfyr.reports.Reports;

/// The page of the yearly report, and one of its tables with and without a group case.
@Controller
@RequestMapping(ReportController.PATH)
class ReportController {

    static final String PATH = "/reports/contacts";

    private final Reports reports;
    private final Codes codes;
    private final Languages languages;

    ReportController(Reports reports, Codes codes, Languages languages) {
        this.reports = reports;
        this.codes = codes;
        this.languages = languages;
    }

    @GetMapping
    String report(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String without,
            @RequestParam(defaultValue = "" + Reports.LIMIT) int limit,
            HttpServletRequest request,
            Model model) {
        List<Integer> years = reports.years();
        Choice choice = Choice.of(year == null ? reports.latest() : year, without, limit);
        Report report = reports.get(choice.year(), choice.without(), choice.limit());
        model.addAttribute("it", new ReportPage(report, choice, codes.book(), languages.of(request)).view(years));
        return "reports/report";
    }

    @GetMapping("/beside/{exhibit}")
    String beside(
            @PathVariable String exhibit,
            @RequestParam int year,
            @RequestParam String without,
            @RequestParam(defaultValue = "" + Reports.LIMIT) int limit,
            HttpServletRequest request,
            Model model) {
        Choice choice = Choice.of(year, without, limit);
        Report report = reports.get(year, choice.without(), limit);
        Part.Exhibit found = report.plan().exhibits().stream()
                .filter(one -> one.id().equals(exhibit))
                .findFirst()
                .orElseThrow(NotHere::new);
        Display display = new Display(report, codes.book(), languages.of(request));
        Exhibits exhibits = new Exhibits(report, display);
        model.addAttribute("it", exhibits.view(found, 1));
        model.addAttribute("rows", rows(report, exhibits.layout(found), display));
        model.addAttribute("choice", choice);
        model.addAttribute("group", Display.groupCase(choice.without().orElseThrow(NotHere::new)));
        return "reports/beside";
    }

    private static List<BesideRow> rows(Report report, Exhibits.Layout layout, Display display) {
        Numbers all = report.withCase().orElseThrow(NotHere::new);
        List<BesideRow> rows = new ArrayList<>();
        for (String code : layout.rowCodes()) {
            List<List<se.ledfyr.reports.CellRef>> cells = layout.cells(code);
            for (int i = 0; i < cells.size(); i++) {
                for (se.ledfyr.reports.CellRef ref : cells.get(i)) {
                    String across =
                            layout.column() < 0 ? "" : layout.columnTitles().get(i);
                    rows.add(new BesideRow(
                            layout.rowLabel(code), across, display.shown(ref, all, false), display.shown(ref)));
                }
            }
        }
        return rows;
    }
}
