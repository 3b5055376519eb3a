package se.ledfyr.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The rows in which people are written down, as somebody wrote them.
///
/// Public for the templates alone.
///
/// @param rows numbered from 1 without gaps
public record Grid(List<GridRow> rows) {

    /// At most this many rows at once; a find with more is written down in two goes.
    public static final int MOST = 200;

    static final int AT_FIRST = 10;
    static final int MORE = 10;

    private static final Pattern FIELD = Pattern.compile("r([1-9][0-9]{0,2})-[a-z_]+");

    public Grid {
        rows = List.copyOf(rows);
    }

    static Grid empty(int rows) {
        return new Grid(IntStream.rangeClosed(1, Math.clamp(rows, 1, MOST))
                .mapToObj(GridRow::empty)
                .toList());
    }

    /// The rows that were sent, whether the server or a script had made them.
    static Grid read(FormValues values) {
        int last = values.fields().stream()
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .mapToInt(field -> Integer.parseInt(field.group(1)))
                .max()
                .orElse(AT_FIRST);
        return new Grid(IntStream.rangeClosed(1, Math.min(last, MOST))
                .mapToObj(number -> GridRow.read(values, number))
                .toList());
    }

    Grid withMore() {
        return padded(rows.size() + MORE);
    }

    /// The grid with `pasted` from the first row on behind which nothing is written.
    ///
    /// @throws IllegalArgumentException when there are more rows than fit
    Grid with(List<List<String>> cells, List<GridColumn> columns) {
        int used = rows.stream()
                .filter(row -> !row.isEmpty())
                .mapToInt(GridRow::number)
                .max()
                .orElse(0);
        if (used + cells.size() > MOST) {
            throw new IllegalArgumentException("More than %d rows".formatted(MOST));
        }
        List<GridRow> filled = new ArrayList<>(rows.subList(0, used));
        for (List<String> row : cells) {
            filled.add(Pasted.row(filled.size() + 1, row, columns));
        }
        return new Grid(filled).padded(rows.size());
    }

    /// The rows in which something is written, with repetitions written out.
    List<GridRow> written() {
        List<GridRow> written = new ArrayList<>();
        GridRow above = GridRow.empty(0);
        for (GridRow row : rows) {
            if (!row.isEmpty()) {
                above = row.repeating(above);
                written.add(above);
            }
        }
        return written;
    }

    private Grid padded(int size) {
        List<GridRow> padded = new ArrayList<>(rows);
        while (padded.size() < Math.min(size, MOST)) {
            padded.add(GridRow.empty(padded.size() + 1));
        }
        return new Grid(padded);
    }

    /// Never what stands in it.
    @Override
    public String toString() {
        return "Grid[" + rows.size() + "]";
    }
}
