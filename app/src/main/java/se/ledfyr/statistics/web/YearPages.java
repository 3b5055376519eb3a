package se.ledfyr.statistics.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;
import se.ledfyr.statistics.RevisedTable;
import se.ledfyr.statistics.Revisions;
import se.ledfyr.statistics.YearNotOpen;
import se.ledfyr.statistics.Years;

/// Preliminary and final years, closing one, and what has changed since.
@Controller
@RequestMapping(YearPages.PATH)
class YearPages {

    static final String PATH = "/statistics/years";

    private final Years years;
    private final Codes codes;
    private final Languages languages;

    YearPages(Years years, Codes codes, Languages languages) {
        this.years = years;
        this.codes = codes;
        this.languages = languages;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("years", years.list());
        return "statistics/years";
    }

    @GetMapping("/{year}")
    String year(@PathVariable int year, HttpServletRequest request, Model model) {
        Labels labels = new Labels(codes.book(), languages.of(request));
        Revisions revisions = years.revisions(year);
        model.addAttribute("year", years.get(year));
        model.addAttribute(
                "tables",
                years.revisedTables(year).stream()
                        .map(table -> shown(table, labels))
                        .toList());
        model.addAttribute(
                "lines",
                revisions.lines().stream().map(line -> shown(line, labels)).toList());
        model.addAttribute("more", revisions.more());
        return "statistics/year";
    }

    @GetMapping("/{year}/closing")
    String confirm(@PathVariable int year, Model model) {
        Years.Year found = years.get(year);
        if (!found.canBeClosed()) {
            throw new NotHere();
        }
        model.addAttribute("year", found);
        return "statistics/closing";
    }

    @PostMapping("/{year}/closing")
    String close(@PathVariable int year, RedirectAttributes after) {
        try {
            years.close(year);
            after.addFlashAttribute("notice", "statistics.years.closed");
        } catch (YearNotOpen otherwise) {
            after.addFlashAttribute("notice", "statistics.years.not-open");
        }
        return "redirect:" + PATH;
    }

    private static RevisedCells shown(RevisedTable revised, Labels labels) {
        return new RevisedCells(
                revised.table().title().in(labels.texts().language()),
                revised.changes().stream()
                        .map(change -> new RevisedCells.Line(
                                labels.ofFurther(revised.table(), change.codes()),
                                labels.texts()
                                        .get("statistics.unit." + change.unit().code()),
                                labels.number(change.unit(), change.then()),
                                labels.number(change.unit(), change.now())))
                        .toList());
    }

    private static RevisionLine shown(Revisions.Line line, Labels labels) {
        return new RevisionLine(
                labels.texts().moment(line.at()),
                labels.texts().get("statistics.field." + line.record()),
                labels.texts().get("statistics.revision." + line.kind()),
                value("region", line.region(), labels),
                labels.texts().get("statistics.field." + line.field()),
                value(line.field(), line.oldValue(), labels),
                value(line.field(), line.newValue(), labels));
    }

    /// Codes of a list by their names, everything else as it is.
    private static String value(String field, @Nullable String value, Labels labels) {
        if (value == null) {
            return "";
        }
        Optional<String> list = listOf(field);
        return Stream.of(value.split(";", -1))
                .map(code -> switch (code) {
                    case "true" -> labels.texts().get("statistics.yes");
                    case "false" -> labels.texts().get("statistics.no");
                    default ->
                        list.map(name -> labels.codes()
                                        .label(name, code, labels.texts().language()))
                                .orElse(code);
                })
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> listOf(String field) {
        return switch (field) {
            case "region", "coordinator_region", "home_region" -> Optional.of("police_region");
            case "municipality_code" -> Optional.of("municipality");
            case "citizenship", "return_country" -> Optional.of("country");
            case "role" -> Optional.of("amp_person_role");
            case "components" -> Optional.of("nsp_component");
            case "placement" -> Optional.of("nsp_child_placement");
            case "applicant" -> Optional.of("betanketid_applicant");
            case "decision", "reflection_period" -> Optional.of("permit_decision");
            case "forms" -> Optional.of("exploitation_form");
            case "sector" -> Optional.of("sector_setting");
            case "began" -> Optional.of("recruitment_start");
            case "sex",
                    "age_group",
                    "referred_by",
                    "setting",
                    "assessment",
                    "exposure",
                    "nationality_other",
                    "eligibility_reason" -> Optional.of(field);
            default -> Optional.empty();
        };
    }
}
