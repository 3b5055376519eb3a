package se.ledfyr.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import se.ledfyr.reports.CellRef;
import se.ledfyr.reports.Part;
import se.ledfyr.reports.Report;
import se.ledfyr.reports.web.Exhibits.Layout;

/// Draws exhibits. Every number drawn stands in the table beside it.
final class Charts {

    /// Categories that fit a drawing where there can be any number of them: the largest.
    private static final int MOST = 16;

    private static final int LABEL = 20;
    private static final int GAP = 12;
    private static final int COLUMN_ROOM = 130;

    /// Percent of the width that the longest bar takes; its number stands behind.
    private static final double LONGEST = 76;

    /// Percent of the width that a part needs for its number.
    private static final double ROOM = 9;

    private final Report report;
    private final Display display;

    Charts(Report report, Display display) {
        this.report = report;
        this.display = display;
    }

    /// @return nothing where there is nothing but zeros
    Optional<Chart> draw(Part.Drawn drawn, Layout layout) {
        List<String> rows = layout.rowCodes().stream()
                .filter(code -> !drawn.aside().contains(code))
                .filter(code -> drawn.kind() == Part.Kind.COLUMNS || highest(drawn, layout, code) > 0)
                .limit(drawn.kind() == Part.Kind.COLUMNS ? Long.MAX_VALUE : MOST)
                .toList();
        double highest = rows.stream()
                .mapToDouble(code -> highest(drawn, layout, code))
                .max()
                .orElse(0);
        if (highest <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (drawn.kind()) {
                    case BARS -> bars(drawn, layout, rows, highest);
                    case STACK -> stack(drawn, layout, rows);
                    case COLUMNS -> columns(drawn, layout, rows, highest);
                });
    }

    private Chart bars(Part.Drawn drawn, Layout layout, List<String> rows, double highest) {
        List<String> series = layout.columnCodes();
        int thick = series.size() > 1 ? 13 : 18;
        List<Chart.Label> labels = new ArrayList<>();
        List<Chart.Shape> shapes = new ArrayList<>();
        int y = 0;
        for (String row : rows) {
            labels.add(new Chart.Label("0", y + 14, layout.rowLabel(row)));
            y += LABEL;
            List<CellRef> cells = cells(drawn, layout, row);
            for (CellRef cell : cells) {
                double width = value(cell) / highest * LONGEST;
                int fill = Math.max(
                                0,
                                series.isEmpty()
                                        ? 0
                                        : series.indexOf(cell.codes().get(layout.column())))
                        + 1;
                shapes.add(new Chart.Shape(
                        fill,
                        "0",
                        y,
                        percent(width),
                        thick,
                        percent(width),
                        y + thick - (thick > 14 ? 4 : 1),
                        true,
                        display.shown(cell)));
                y += thick + 3;
            }
            y += GAP;
        }
        return new Chart(drawn.kind(), display.unit(drawn.unit()), y, legend(layout, series), labels, shapes);
    }

    private static List<Chart.Key> legend(Layout layout, List<String> series) {
        return series.size() < 2
                ? List.of()
                : IntStream.range(0, series.size())
                        .mapToObj(i -> new Chart.Key(i + 1, layout.columnLabel(series.get(i))))
                        .toList();
    }

    /// One bar for each column, divided by the rows.
    private Chart stack(Part.Drawn drawn, Layout layout, List<String> rows) {
        List<String> bars = layout.columnCodes();
        List<Chart.Label> labels = new ArrayList<>();
        List<Chart.Shape> shapes = new ArrayList<>();
        int y = 0;
        for (String bar : bars) {
            List<CellRef> parts = rows.stream()
                    .flatMap(row -> cells(drawn, layout, row).stream())
                    .filter(ref -> ref.codes().get(layout.column()).equals(bar))
                    .toList();
            double all = parts.stream().mapToDouble(this::value).sum();
            if (all <= 0) {
                continue;
            }
            labels.add(new Chart.Label("0", y + 14, layout.columnLabel(bar)));
            y += LABEL + 18;
            double x = 0;
            for (CellRef part : parts) {
                double width = value(part) / all * 100;
                int fill = rows.indexOf(part.codes().get(layout.row())) + 1;
                shapes.add(new Chart.Shape(
                        fill,
                        percent(x),
                        y,
                        percent(width),
                        26,
                        percent(x),
                        y - 5,
                        width >= ROOM,
                        display.shown(part)));
                x += width;
            }
            y += 26 + GAP + 4;
        }
        List<Chart.Key> legend = IntStream.range(0, rows.size())
                .mapToObj(i -> new Chart.Key(i + 1, layout.rowLabel(rows.get(i))))
                .toList();
        return new Chart(drawn.kind(), display.unit(drawn.unit()), y, legend, labels, shapes);
    }

    private Chart columns(Part.Drawn drawn, Layout layout, List<String> rows, double highest) {
        double step = 100.0 / rows.size();
        List<Chart.Label> labels = new ArrayList<>();
        List<Chart.Shape> shapes = new ArrayList<>();
        int ground = COLUMN_ROOM + 20;
        for (int i = 0; i < rows.size(); i++) {
            double middle = (i + 0.5) * step;
            labels.add(new Chart.Label(percent(middle), ground + 16, rows.get(i)));
            for (CellRef cell : cells(drawn, layout, rows.get(i))) {
                int high = (int) Math.round(value(cell) / highest * COLUMN_ROOM);
                shapes.add(new Chart.Shape(
                        1,
                        percent(middle - step * 0.36),
                        ground - high,
                        percent(step * 0.72),
                        high,
                        percent(middle),
                        ground - high - 5,
                        true,
                        display.shown(cell)));
            }
        }
        return new Chart(drawn.kind(), display.unit(drawn.unit()), ground + 24, List.of(), labels, shapes);
    }

    private static List<CellRef> cells(Part.Drawn drawn, Layout layout, String row) {
        return layout.refs().stream()
                .filter(ref -> ref.codes().get(layout.row()).equals(row) && ref.unit() == drawn.unit())
                .toList();
    }

    private double highest(Part.Drawn drawn, Layout layout, String row) {
        return cells(drawn, layout, row).stream().mapToDouble(this::value).max().orElse(0);
    }

    private double value(CellRef ref) {
        return report.numbers()
                .find(ref)
                .map(cell -> cell.value() == null ? 0 : cell.value().doubleValue())
                .orElse(0.0);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
