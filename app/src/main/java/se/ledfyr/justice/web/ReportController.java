package se.ledfyr.justice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import se.ledfyr.casework.CaseId;
import se.ledfyr.justice.Crime;
import se.ledfyr.justice.NewReport;
import se.ledfyr.justice.NewStatus;
import se.ledfyr.justice.ReportId;
import se.ledfyr.justice.Reports;
import se.ledfyr.justice.StatusEntry;

/// Writing down a report to the police, first its day and then what could be reported on that day; and
/// how far it comes.
@Controller
@RequestMapping("/cases/{id}/justice/reports")
class ReportController {

    private static final int MOST_WHY = 500;

    private final Reports reports;
    private final LegalPage page;
    private final LegalWords words;

    ReportController(Reports reports, LegalPage page, LegalWords words) {
        this.reports = reports;
        this.page = page;
        this.words = words;
    }

    /// Asks for the day, then for the rest.
    @GetMapping("/new")
    @Transactional
    String blank(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request,
            Model model) {
        Words reader = words.reader(request);
        Form form = Form.with(words.texts(request), Map.of("reported_on", on));
        LocalDate day = on.isEmpty() ? null : form.past("reported_on", true, reader.today());
        return form(id, form, form.isRight() ? day : null, reader, model);
    }

    @PostMapping("/new")
    String add(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        page.file(id);
        Words reader = words.reader(request);
        Form form = new Form(sent, words.texts(request));
        NewReport report = read(form, reader);
        if (report == null) {
            return form(id, form, day(form, reader), reader, model);
        }
        ReportId added = reports.add(id, report);
        next.addFlashAttribute("notice", "justice.report.added");
        return "redirect:/cases/" + id.value() + "/justice/reports/" + added.value();
    }

    @GetMapping("/{report}")
    @Transactional
    String show(@PathVariable CaseId id, @PathVariable ReportId report, HttpServletRequest request, Model model) {
        return show(id, report, Form.blank(words.texts(request)), request, model);
    }

    @PostMapping("/{report}/status")
    String status(
            @PathVariable CaseId id,
            @PathVariable ReportId report,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        reports.get(id, report);
        Form form = new Form(sent, words.texts(request));
        NewStatus status = readStatus(form, words.reader(request));
        if (status == null) {
            return show(id, report, form, request, model);
        }
        reports.set(id, report, status);
        next.addFlashAttribute("notice", "justice.saved");
        return back(id, report);
    }

    @PostMapping("/{report}/back")
    String takeBack(
            @PathVariable CaseId id,
            @PathVariable ReportId report,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = new Form(sent, words.texts(request));
        String why = form.text("back_why", MOST_WHY, true);
        if (why == null) {
            return show(id, report, form, request, model);
        }
        reports.takeBack(id, report, why);
        next.addFlashAttribute("notice", "justice.taken-back");
        return back(id, report);
    }

    @PostMapping("/{report}/name")
    String name(
            @PathVariable CaseId id,
            @PathVariable ReportId report,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = new Form(sent, words.texts(request));
        String reference = form.text("reference", NewReport.MAX_REFERENCE, false);
        String unit = form.text("unit", NewReport.MAX_UNIT, false);
        if (!form.isRight()) {
            return show(id, report, form, request, model);
        }
        reports.name(id, report, reference, unit);
        next.addFlashAttribute("notice", "justice.saved");
        return back(id, report);
    }

    @PostMapping("/{report}/strike")
    String strike(
            @PathVariable CaseId id,
            @PathVariable ReportId report,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = new Form(sent, words.texts(request));
        String why = form.text("strike_why", MOST_WHY, true);
        if (why == null) {
            return show(id, report, form, request, model);
        }
        reports.strike(id, report, why);
        next.addFlashAttribute("notice", "justice.report.struck");
        return LegalPage.back(id, "reports");
    }

    private String show(CaseId id, ReportId report, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("file", page.file(id));
        model.addAttribute("report", reports.get(id, report));
        model.addAttribute("history", reports.history(id, report));
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(request));
        return "justice/report";
    }

    private String form(CaseId id, Form form, @Nullable LocalDate day, Words reader, Model model) {
        model.addAttribute("file", page.file(id));
        model.addAttribute("form", form);
        model.addAttribute("day", day);
        model.addAttribute("words", reader);
        return "justice/report-form";
    }

    private static @Nullable NewReport read(Form form, Words words) {
        LocalDate on = form.past("reported_on", true, words.today());
        String initiatedBy = form.code("initiated_by", "report_initiator", words);
        String region = form.code("region", "police_region", words);
        String reference = form.text("reference", NewReport.MAX_REFERENCE, false);
        String unit = form.text("unit", NewReport.MAX_UNIT, false);
        String status = form.code("status", "legal_status", words);
        if (status.equals(StatusEntry.NO_REPORT)) {
            form.wrong("status", "justice.error.choose");
        }
        List<Crime> crimes = on == null ? List.of() : crimes(form, on, words);
        return form.isRight() && on != null
                ? new NewReport(on, initiatedBy, region, reference, unit, crimes, status)
                : null;
    }

    /// What was chosen, each `class` or `class:code`; complains where a code was not valid on the day.
    private static List<Crime> crimes(Form form, LocalDate day, Words words) {
        List<String> offered = words.crimes(day, List.of()).stream()
                .map(se.ledfyr.pages.Option::value)
                .toList();
        List<String> chosen = form.all("crime");
        if (chosen.isEmpty()) {
            form.wrong("crime", "justice.error.crime");
        } else if (!offered.containsAll(chosen)) {
            form.wrong("crime", "justice.error.crime-of-day", day.toString());
        }
        return chosen.stream()
                .map(value -> value.contains(":")
                        ? new Crime(value.substring(0, value.indexOf(':')), value.substring(value.indexOf(':') + 1))
                        : new Crime(value, null))
                .toList();
    }

    private static @Nullable NewStatus readStatus(Form form, Words words) {
        String status = form.code("status", "legal_status", words);
        if (status.equals(StatusEntry.NO_REPORT)) {
            form.wrong("status", "justice.error.choose");
        }
        LocalDate since = form.past("since", true, words.today());
        String outcome = form.codeIfAny("outcome", "legal_outcome", words);
        if (outcome != null && !words.fits(outcome, status)) {
            form.wrong("outcome", "justice.error.outcome");
        }
        String convictedOf = form.codeIfAny("convicted_of", "crime_classification", words);
        if (convictedOf != null && !status.equals("conviction")) {
            form.wrong("convicted_of", "justice.error.convicted");
        }
        String why = form.text("why", MOST_WHY, false);
        LocalDate expected = form.day("expected_on", false);
        if (expected != null && since != null && expected.isBefore(since)) {
            form.wrong("expected_on", "justice.error.before", since.toString());
        }
        return form.isRight() && since != null
                ? new NewStatus(status, since, outcome, convictedOf, null, why, expected)
                : null;
    }

    private static @Nullable LocalDate day(Form form, Words words) {
        try {
            LocalDate day = LocalDate.parse(form.one("reported_on"));
            return day.isAfter(words.today()) || day.getYear() < 1900 ? null : day;
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static String back(CaseId id, ReportId report) {
        return "redirect:/cases/" + id.value() + "/justice/reports/" + report.value();
    }
}
