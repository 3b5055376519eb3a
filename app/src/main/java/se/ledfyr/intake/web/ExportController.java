package se.ledfyr.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.WorkListFilter;
import se.ledfyr.codes.Codes;
import se.ledfyr.intake.Export;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;

/// Taking registrations out as a file, with the filters of the work list.
@Controller
class ExportController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Export export;
    private final Codes codes;
    private final Languages languages;
    private final Clock clock;

    ExportController(Export export, Codes codes, Languages languages, Clock clock) {
        this.export = export;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/export")
    String choose(HttpServletRequest request, Model model) {
        Acting.require(Right.READ_FACTS);
        Texts texts = languages.of(request);
        List<Option> regions = codes.book().list("police_region", LocalDate.now(clock)).stream()
                .map(code -> new Option(code.code(), code.label(texts.language()), false))
                .toList();
        model.addAttribute("regions", regions);
        model.addAttribute("national", Acting.current().may(Right.READ_NATIONAL_FACTS));
        return "intake/export";
    }

    /// One address for both buttons, so that the page needs no script to choose.
    @GetMapping("/export/registrations")
    String chosen(@RequestParam(defaultValue = "csv") String format, HttpServletRequest request) {
        Acting.require(Right.READ_FACTS);
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "redirect:/export/registrations." + (format.equals("xlsx") ? "xlsx" : "csv") + query;
    }

    @GetMapping("/export/registrations.csv")
    void csv(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String event,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Export.Ready ready = export.prepare(filter(year, region, event), "csv");
        ImportController.attach(response, "text/csv;charset=UTF-8", name(request) + ".csv");
        export.csv(ready, response.getOutputStream());
    }

    @GetMapping("/export/registrations.xlsx")
    void xlsx(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String event,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Export.Ready ready = export.prepare(filter(year, region, event), "xlsx");
        if (!ready.fitsASheet()) {
            response.sendRedirect("/export?too-many");
            return;
        }
        ImportController.attach(response, XLSX, name(request) + ".xlsx");
        export.xlsx(ready, languages.of(request).get("intake.template.rows"), response.getOutputStream());
    }

    private static WorkListFilter filter(String year, String region, String event) {
        return new WorkListFilter(
                year.matches("[0-9]{4}") ? Integer.valueOf(year) : null,
                emptyToNull(region),
                emptyToNull(event),
                false);
    }

    private String name(HttpServletRequest request) {
        return languages.of(request).get("intake.export.file") + "-" + LocalDate.now(clock);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
