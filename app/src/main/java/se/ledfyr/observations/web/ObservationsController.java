package se.ledfyr.observations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.codes.Codes;
import se.ledfyr.observations.ObservationTable;
import se.ledfyr.observations.Observations;
import se.ledfyr.observations.Observed;
import se.ledfyr.pages.Languages;
import se.ledfyr.surveys.InformalNotes;

/// Observations of a year, as a page and as a file.
@Controller
@RequestMapping(ObservationsController.PATH)
class ObservationsController {

    static final String PATH = "/observations";

    private static final int FIRST_YEAR = 2000;

    private final Observations observations;
    private final InformalNotes notes;
    private final Codes codes;
    private final Languages languages;

    ObservationsController(Observations observations, InformalNotes notes, Codes codes, Languages languages) {
        this.observations = observations;
        this.notes = notes;
        this.codes = codes;
        this.languages = languages;
    }

    @GetMapping
    @Transactional
    String show(@RequestParam(required = false) @Nullable Integer year, HttpServletRequest request, Model model) {
        int shown = shown(year);
        Map<Boolean, List<ObservationTable>> tables = observations.list(shown).stream()
                .collect(Collectors.partitioningBy(table -> table.what().source() == Observed.Source.FORMS));
        Labels labels = labels(request);
        model.addAttribute("worked", tables.getOrDefault(false, List.of()));
        model.addAttribute("answered", tables.getOrDefault(true, List.of()));
        model.addAttribute("told", told(shown, labels));
        model.addAttribute("year", shown);
        model.addAttribute("latest", observations.currentYear());
        model.addAttribute("labels", labels);
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

    /// What members told without counting: for the platform alone, to whom it was told, and never in the file.
    private List<Told> told(int year, Labels labels) {
        if (!Acting.current().may(Right.COMPILE_CONTACTS)) {
            return List.of();
        }
        return notes.listSent(year).stream()
                .map(note -> labels.told(note.told()))
                .toList();
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
