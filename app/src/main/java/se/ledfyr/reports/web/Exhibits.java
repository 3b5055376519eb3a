package se.ledfyr.reports.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ledfyr.reports.CellRef;
import se.ledfyr.reports.Part;
import se.ledfyr.reports.Report;
import se.ledfyr.statistics.Bilingual;
import se.ledfyr.statistics.Dimension;
import se.ledfyr.statistics.PublishedTable;
import se.ledfyr.statistics.Unit;

/// Lays out the exhibits of a report.
final class Exhibits {

    private final Report report;
    private final Display display;
    private final List<Bilingual> common;
    private final List<Bilingual> aboutCases;

    Exhibits(Report report, Display display) {
        this.report = report;
        this.display = display;
        List<PublishedTable> tables = List.copyOf(report.tables().values());
        this.common = common(tables);
        this.aboutCases = common(tables.stream().filter(Exhibits::tellsCases).toList());
    }

    /// What is said of most of the tables: said once, where the report tells how to read it. How tables
    /// leave out cases by themselves is not said at all, since the report leaves them out of everything.
    private static List<Bilingual> common(List<PublishedTable> tables) {
        return tables.stream()
                .flatMap(table -> table.notes().stream())
                .distinct()
                .filter(note -> tables.stream()
                                .filter(table -> table.notes().contains(note))
                                .count()
                        > tables.size() / 2)
                .toList();
    }

    private static boolean tellsCases(PublishedTable table) {
        return table.columns().contains("case");
    }

    List<String> commonNotes() {
        return common.stream().map(note -> note.in(display.texts().language())).toList();
    }

    ExhibitView view(Part.Exhibit exhibit, int number) {
        Layout layout = layout(exhibit);
        PublishedTable table = report.table(exhibit.table());
        return new ExhibitView(
                exhibit.id(),
                number,
                exhibit.title().in(display.texts().language()),
                table.content()
                        .counted()
                        .population()
                        .title()
                        .in(display.texts().language()),
                display.unit(table.content().counted().unit()),
                display.title(layout.rowDimension()),
                layout.columnTitles(),
                rows(exhibit, layout),
                table.notes().stream()
                        .filter(note -> !common.contains(note) && !aboutCases.contains(note))
                        .map(note -> note.in(display.texts().language()))
                        .toList(),
                table.id(),
                exhibit.drawn()
                        .flatMap(drawn -> new Charts(report, display).draw(drawn, layout))
                        .orElse(null));
    }

    private List<ExhibitView.Row> rows(Part.Exhibit exhibit, Layout layout) {
        Set<String> aside = exhibit.drawn().map(Part.Drawn::aside).orElse(Set.of());
        List<ExhibitView.Row> rows = new ArrayList<>();
        for (String code : layout.rowCodes()) {
            rows.add(new ExhibitView.Row(
                    layout.rowLabel(code),
                    aside.contains(code),
                    layout.cells(code).stream()
                            .map(cell -> cell.stream().map(display::shown).toList())
                            .toList()));
        }
        exhibit.fold()
                .ifPresent(fold -> rows.add(new ExhibitView.Row(
                        display.texts().get("reports.one-each"), true, List.of(List.of(display.shown(fold))))));
        return rows;
    }

    /// Which cells of an exhibit stand where.
    Layout layout(Part.Exhibit exhibit) {
        List<Dimension> dimensions = report.dimensions(exhibit.table());
        List<String> ids = dimensions.stream().map(Dimension::id).toList();
        int row = ids.indexOf(exhibit.rows());
        int column = exhibit.columns().map(ids::indexOf).orElse(-1);
        List<CellRef> cells = report.numbers().of(exhibit.table()).stream()
                .filter(ref -> isHere(ref, ids, exhibit.only()))
                .filter(ref -> exhibit.fold().isEmpty() || !isOne(ref))
                .toList();
        return new Layout(
                report,
                display,
                dimensions.get(row),
                row,
                column < 0 ? Optional.empty() : Optional.of(dimensions.get(column)),
                column,
                exhibit.fold().isPresent() ? largestFirst(cells) : cells);
    }

    private static boolean isHere(CellRef ref, List<String> ids, Map<String, String> only) {
        return only.entrySet().stream()
                .allMatch(fixed -> ref.codes().get(ids.indexOf(fixed.getKey())).equals(fixed.getValue()));
    }

    private boolean isOne(CellRef ref) {
        return value(ref) == 1;
    }

    private List<CellRef> largestFirst(List<CellRef> cells) {
        return cells.stream()
                .sorted(java.util.Comparator.comparingLong((CellRef ref) -> -value(ref)))
                .toList();
    }

    private long value(CellRef ref) {
        return report.numbers()
                .find(ref)
                .map(cell -> cell.value() == null ? 0 : cell.value().longValue())
                .orElse(0L);
    }

    /// The cells of an exhibit by row and column.
    record Layout(
            Report report,
            Display display,
            Dimension rowDimension,
            int row,
            Optional<Dimension> columnDimension,
            int column,
            List<CellRef> refs) {

        List<String> rowCodes() {
            return List.copyOf(refs.stream()
                    .map(ref -> ref.codes().get(row))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }

        List<String> columnCodes() {
            return column < 0
                    ? List.of()
                    : List.copyOf(refs.stream()
                            .map(ref -> ref.codes().get(column))
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }

        String rowLabel(String code) {
            return display.label(rowDimension, code);
        }

        String columnLabel(String code) {
            return display.label(columnDimension.orElseThrow(), code);
        }

        /// Without a dimension across, counts and what was divided stand beside each other.
        List<String> columnTitles() {
            if (column >= 0) {
                return columnCodes().stream().map(this::columnLabel).toList();
            }
            List<String> titles = new ArrayList<>();
            if (refs.stream().anyMatch(ref -> !ref.unit().isRelative())) {
                titles.add(display.texts().get("reports.number"));
            }
            Set<Unit> relative =
                    refs.stream().map(CellRef::unit).filter(Unit::isRelative).collect(Collectors.toSet());
            if (!relative.isEmpty()) {
                titles.add(
                        display.texts().get(relative.equals(Set.of(Unit.SHARE)) ? "reports.share" : "reports.measure"));
            }
            return titles;
        }

        /// The cells of a line, those of a column together.
        List<List<CellRef>> cells(String code) {
            List<CellRef> line = refs.stream()
                    .filter(ref -> ref.codes().get(row).equals(code))
                    .toList();
            if (column >= 0) {
                return columnCodes().stream()
                        .map(across -> line.stream()
                                .filter(ref -> ref.codes().get(column).equals(across))
                                .toList())
                        .toList();
            }
            return Stream.of(false, true)
                    .filter(relative -> refs.stream().anyMatch(ref -> ref.unit().isRelative() == relative))
                    .map(relative -> line.stream()
                            .filter(ref -> ref.unit().isRelative() == relative)
                            .toList())
                    .toList();
        }
    }
}
