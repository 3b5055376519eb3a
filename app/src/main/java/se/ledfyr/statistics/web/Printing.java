package se.ledfyr.statistics.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ledfyr.statistics.Cell;
import se.ledfyr.statistics.Dimension;
import se.ledfyr.statistics.Figures;
import se.ledfyr.statistics.PublishedTable;
import se.ledfyr.statistics.Unit;

/// Lays out the cells of a table for reading.
final class Printing {

    private final Figures figures;
    private final Labels labels;
    private final PublishedTable table;
    private final List<Dimension> further;
    /// Place of the dimension by which the table is divided into blocks, among those after the year; -1
    /// for none.
    private final int group;

    private Printing(Figures figures, Labels labels) {
        this.figures = figures;
        this.labels = labels;
        this.table = figures.table();
        List<Dimension> dimensions = table.content().counted().dimensions();
        this.further = dimensions.subList(1, dimensions.size());
        this.group = table.content()
                .counted()
                .groups()
                .map(id -> further.stream().map(Dimension::id).toList().indexOf(id))
                .orElse(-1);
    }

    static PrintedTable of(Figures figures, Labels labels) {
        return new Printing(figures, labels).print();
    }

    private PrintedTable print() {
        Set<List<String>> columns = new LinkedHashSet<>();
        Map<String, Map<Row, Map<List<String>, PrintedTable.Number>>> blocks = new LinkedHashMap<>();
        for (Cell cell : figures.cells()) {
            List<String> years = cell.codes().subList(0, table.yearColumns());
            List<String> codes =
                    cell.codes().subList(table.yearColumns(), cell.codes().size());
            columns.add(years);
            blocks.computeIfAbsent(group < 0 ? "" : codes.get(group), code -> new LinkedHashMap<>())
                    .computeIfAbsent(new Row(codes, cell.unit()), row -> new LinkedHashMap<>())
                    .put(years, new PrintedTable.Number(labels.withBase(cell), cell.value()));
        }
        List<PrintedTable.Block> printed = new ArrayList<>();
        blocks.forEach((code, lines) -> printed.add(new PrintedTable.Block(heading(code), lines(lines, columns))));
        return new PrintedTable(rowTitle(), columns.stream().map(this::column).toList(), printed);
    }

    /// What stands in one line: a number and its percentage are two.
    private record Row(List<String> codes, Unit unit) {}

    private List<PrintedTable.Line> lines(
            Map<Row, Map<List<String>, PrintedTable.Number>> lines, Set<List<String>> columns) {
        List<PrintedTable.Line> printed = new ArrayList<>();
        inOrder(lines.keySet()).forEach(row -> {
            Map<List<String>, PrintedTable.Number> numbers = lines.getOrDefault(row, Map.of());
            printed.add(new PrintedTable.Line(
                    rowLabel(row.codes()) + whatItIs(row.unit()),
                    isTotal(row.codes()),
                    row.unit(),
                    columns.stream()
                            .map(years -> numbers.getOrDefault(years, PrintedTable.Number.NONE))
                            .toList()));
        });
        return printed;
    }

    /// A share beside the number it comes from is called one.
    private String whatItIs(Unit unit) {
        return !unit.isRelative() || unit == table.content().counted().unit()
                ? ""
                : ", " + labels.texts().get("statistics.unit." + unit.code());
    }

    /// Cells come by year. What occurs in a later year only would stand last; among what only occurs,
    /// the order of names is what a reader looks for.
    private List<Row> inOrder(Set<Row> lines) {
        boolean occurring = further.stream()
                .anyMatch(dimension ->
                        dimension instanceof Dimension.Coded coded && coded.occurring() && !coded.leavesOut());
        if (!occurring) {
            return List.copyOf(lines);
        }
        java.text.Collator names = java.text.Collator.getInstance(labels.texts().language());
        return lines.stream()
                .sorted(java.util.Comparator.<Row, Boolean>comparing(
                                row -> row.codes().contains(Dimension.NOT_STATED))
                        .thenComparing(row -> rowLabel(row.codes()), names))
                .toList();
    }

    private PrintedTable.Column column(List<String> years) {
        boolean isFinal = years.stream().map(Integer::valueOf).allMatch(figures.finalYears()::contains);
        return new PrintedTable.Column(String.join("\u2013", years), isFinal);
    }

    private @Nullable String heading(String code) {
        return group < 0 ? null : labels.of(further.get(group), code);
    }

    private String rowLabel(List<String> codes) {
        String label = IntStream.range(0, codes.size())
                .filter(i -> i != group)
                .mapToObj(i -> labels.of(further.get(i), codes.get(i)))
                .collect(Collectors.joining(", "));
        return label.isEmpty() ? labels.texts().get("statistics.all") : label;
    }

    private boolean isTotal(List<String> codes) {
        return IntStream.range(0, codes.size())
                .anyMatch(i -> i != group
                        && further.get(i) instanceof Dimension.Coded
                        && codes.get(i).equals(Dimension.ALL));
    }

    private String rowTitle() {
        String title = IntStream.range(0, further.size())
                .filter(i -> i != group)
                .mapToObj(i -> labels.titleOf(further.get(i)))
                .collect(Collectors.joining(", "));
        return title.isEmpty() ? labels.texts().get("statistics.all") : title;
    }
}
