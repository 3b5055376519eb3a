package se.ledfyr.casework.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows copied from a spreadsheet, as they arrive in a text area: cells apart by tabs, rows by line
/// ends, and quotation marks around cells that hold one or the other.
///
/// Where there is no tab at all, semicolons divide: some spreadsheets copy so. A first row with at
/// least two known headings says which column is which, in any order; columns with other headings are
/// left out.
final class Pasted {

    private static final int HEADINGS = 2;

    private final List<GridColumn> columns;
    private final List<List<String>> rows;

    private Pasted(List<GridColumn> columns, List<List<String>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static Pasted read(String text) {
        char divider = text.indexOf('\t') < 0 && text.indexOf(';') >= 0 ? ';' : '\t';
        List<List<String>> rows = cells(text, divider).stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
        List<Optional<GridColumn>> heads = rows.isEmpty()
                ? List.of()
                : rows.getFirst().stream().map(GridColumn::under).toList();
        if (heads.stream().filter(Optional::isPresent).count() < HEADINGS) {
            return new Pasted(Arrays.asList(GridColumn.values()), rows);
        }
        return new Pasted(
                known(heads),
                rows.stream().skip(1).map(row -> under(heads, row)).toList());
    }

    List<GridColumn> columns() {
        return columns;
    }

    List<List<String>> rows() {
        return rows;
    }

    static GridRow row(int number, List<String> cells, List<GridColumn> columns) {
        Map<GridColumn, String> written = new EnumMap<>(GridColumn.class);
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            written.put(columns.get(i), cells.get(i));
        }
        return new GridRow(number, written);
    }

    private static List<GridColumn> known(List<Optional<GridColumn>> heads) {
        return heads.stream().flatMap(Optional::stream).toList();
    }

    private static List<String> under(List<Optional<GridColumn>> heads, List<String> row) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).isPresent()) {
                kept.add(i < row.size() ? row.get(i) : "");
            }
        }
        return kept;
    }

    private static List<List<String>> cells(String text, char divider) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = isQuoted(text, at, divider) ? closing(text, at) + 1 : next(text, at, divider);
            row.add(cell(text.substring(at, end)));
            boolean rowEnds = end >= text.length() || text.charAt(end) != divider;
            if (rowEnds) {
                rows.add(row);
                row = new ArrayList<>();
            }
            at = rowEnds && text.startsWith("\r\n", end) ? end + 2 : end + 1;
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    /// A mark with nothing behind it in its cell is no quotation: it means the same as above. One that
    /// is never closed is a mark like any other.
    private static boolean isQuoted(String text, int at, char divider) {
        if (text.charAt(at) != '"' || at + 1 < text.length() && isEnd(text.charAt(at + 1), divider)) {
            return false;
        }
        int closing = closing(text, at);
        return closing > at && (closing + 1 == text.length() || isEnd(text.charAt(closing + 1), divider));
    }

    /// Where the quotation that begins at `at` ends; two marks in a row stand for one inside it. -1
    /// when it never does.
    private static int closing(String text, int at) {
        int mark = text.indexOf('"', at + 1);
        while (mark >= 0 && text.startsWith("\"", mark + 1)) {
            mark = text.indexOf('"', mark + 2);
        }
        return mark;
    }

    private static int next(String text, int at, char divider) {
        int end = at;
        while (end < text.length() && !isEnd(text.charAt(end), divider)) {
            end++;
        }
        return end;
    }

    private static boolean isEnd(char letter, char divider) {
        return letter == divider || letter == '\n' || letter == '\r';
    }

    /// A field of one line: line ends inside a cell become spaces.
    private static String cell(String written) {
        boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
        String text = quoted ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : written;
        return text.replaceAll("\\s+", " ").strip();
    }
}
