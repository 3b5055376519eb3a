package se.ledfyr.reports.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.pages.Texts;
import se.ledfyr.reports.CellRef;
import se.ledfyr.reports.Part;
import se.ledfyr.reports.Report;
import se.ledfyr.statistics.Dimension;

/// What an editor can put into a text: every number of the chapter's tables with its name.
public final class Places {

    private final Report report;
    private final Display display;

    Places(Report report, CodeBook codes, Texts texts) {
        this.report = report;
        this.display = new Display(report, codes, texts);
    }

    /// @param title of the table
    public record Table(String title, List<Place> places) {}

    /// @param label what is counted
    /// @param written as it is written in a text
    public record Place(String label, Shown number, String written) {}

    /// The tables of the chapter a text stands in.
    List<Table> near(String slot) {
        Set<String> tables = new LinkedHashSet<>();
        report.plan().chapterOf(slot).orElseThrow().parts().forEach(part -> {
            if (part instanceof Part.Exhibit exhibit) {
                tables.add(exhibit.table());
            }
        });
        return tables.stream().map(this::table).toList();
    }

    private Table table(String id) {
        List<Place> places = new ArrayList<>();
        for (CellRef ref : report.numbers().of(id)) {
            places.add(new Place(label(ref), display.shown(ref), report.written(ref)));
        }
        return new Table(report.table(id).title().in(display.texts().language()), places);
    }

    private String label(CellRef ref) {
        List<Dimension> dimensions = report.dimensions(ref.table());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            words.add(display.label(dimensions.get(i), ref.codes().get(i)));
        }
        return String.join(", ", words);
    }
}
