package se.ledfyr.statistics.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.statistics.Figures;
import se.ledfyr.statistics.PrintedFigures;
import se.ledfyr.statistics.PublishedTables;
import se.ledfyr.statistics.Selection;
import se.ledfyr.statistics.Unit;

/// The list of tables, each table for reading, and each as a file.
@Controller
@RequestMapping(StatisticsPages.PATH)
class StatisticsPages {

    static final String PATH = "/statistics";

    private static final String REGIONS = "police_region";

    private final PublishedTables tables;
    private final PrintedFigures printed;
    private final Codes codes;
    private final Languages languages;
    private final Clock clock;

    StatisticsPages(PublishedTables tables, PrintedFigures printed, Codes codes, Languages languages, Clock clock) {
        this.tables = tables;
        this.printed = printed;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("parts", TablePart.divide(tables.list()));
        model.addAttribute("reach", tables.reach());
        return "statistics/list";
    }

    @GetMapping("/{id}")
    String table(
            @PathVariable String id,
            @RequestParam(defaultValue = "") Set<Integer> year,
            @RequestParam(defaultValue = "") String region,
            HttpServletRequest request,
            Model model) {
        Labels labels = new Labels(codes.book(), languages.of(request));
        model.addAttribute("it", page(tables.get(id, selection(year, region)), labels));
        return "statistics/table";
    }

    @GetMapping("/{id}/csv")
    ResponseEntity<String> file(
            @PathVariable String id,
            @RequestParam(defaultValue = "") Set<Integer> year,
            @RequestParam(defaultValue = "") String region) {
        String file = tables.export(id, selection(year, region));
        String name =
                ContentDisposition.attachment().filename(id + ".csv").build().toString();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(file);
    }

    private static Selection selection(Set<Integer> years, String region) {
        return new Selection(years, region.isEmpty() ? Optional.empty() : Optional.of(region));
    }

    private TablePage page(Figures all, Labels labels) {
        Figures figures = all.besideEachOther();
        PrintedTable table = Printing.of(figures, labels);
        Unit unit = unit(figures);
        Selection selection = figures.selection();
        return new TablePage(
                figures,
                table,
                Drawing.of(table, labels, unit),
                labels.texts().get("statistics.unit." + unit.code()),
                figures.years().stream()
                        .map(year -> new TablePage.YearMark(
                                year, figures.finalYears().contains(year)))
                        .toList(),
                figures.years().stream()
                        .map(year -> new Option(
                                year.toString(),
                                year.toString(),
                                selection.years().contains(year)))
                        .toList(),
                regions(selection, labels),
                selection
                        .region()
                        .map(region -> labels.codes()
                                .label(REGIONS, region, labels.texts().language())),
                figures.breaks().stream()
                        .map(each -> each.words(labels.texts()))
                        .toList(),
                csv(figures),
                selection.region().isPresent() ? List.of() : printed.differing(figures.table()));
    }

    private static Unit unit(Figures figures) {
        return figures.table().yearColumns() > 1
                ? Unit.PERCENT
                : figures.table().content().counted().unit();
    }

    private List<Option> regions(Selection selection, Labels labels) {
        CodeBook book = labels.codes();
        return book.list(REGIONS, LocalDate.now(clock)).stream()
                .map(region -> new Option(
                        region.code(),
                        region.label(labels.texts().language()),
                        selection.region().filter(region.code()::equals).isPresent()))
                .toList();
    }

    private static String csv(Figures figures) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(PATH).pathSegment(figures.table().id(), "csv");
        figures.selection().years().forEach(year -> address.queryParam("year", year));
        figures.selection().region().ifPresent(region -> address.queryParam("region", region));
        return address.encode().toUriString();
    }
}
