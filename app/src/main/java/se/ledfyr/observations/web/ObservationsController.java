package se.ledfyr.observations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.NotHere;
import se.ledfyr.codes.Codes;
import se.ledfyr.observations.Observations;
import se.ledfyr.pages.Languages;

/// Observations of a year, as a page and as a file.
@Controller
@RequestMapping(ObservationsController.PATH)
class ObservationsController {

    static final String PATH = "/observations";

    private static final int FIRST_YEAR = 2000;

    private final Observations observations;
    private final Codes codes;
    private final Languages languages;

    ObservationsController(Observations observations, Codes codes, Languages languages) {
        this.observations = observations;
        this.codes = codes;
        this.languages = languages;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable Integer year, HttpServletRequest request, Model model) {
        int shown = shown(year);
        model.addAttribute("tables", observations.list(shown));
        model.addAttribute("year", shown);
        model.addAttribute("latest", observations.currentYear());
        model.addAttribute("labels", labels(request));
        return "observations/observations";
    }

    @GetMapping("/csv")
    ResponseEntity<String> file(@RequestParam(required = false) @Nullable Integer year, HttpServletRequest request) {
        int shown = shown(year);
        String name = ContentDisposition.attachment()
                .filename("observations-" + shown + ".csv")
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(ObservationsFile.of(shown, observations.list(shown), labels(request)));
    }

    /// @throws NotHere for a year that cannot have any
    private int shown(@Nullable Integer year) {
        int latest = observations.currentYear();
        if (year != null && (year < FIRST_YEAR || year > latest)) {
            throw new NotHere();
        }
        return year == null ? latest : year;
    }

    private Labels labels(HttpServletRequest request) {
        return new Labels(codes.book(), languages.of(request));
    }
}
