package se.ledfyr.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ledfyr.methods.printed.Figure;
import se.ledfyr.methods.printed.PrintedCell;
import se.ledfyr.methods.printed.PrintedTable;

/// A printed table as somebody typed or sent it: a header, then one number a line, its codes in front of
/// it, as the tables that Ledfyr writes.
///
/// @param table id of the table of ours that it is, where it says so
public record PrintedSheet(Optional<String> table, PrintedTable figures) {

    private static final int MOST_LINES = 2_000;
    private static final String TABLE = "table_id";
    private static final String UNIT = "unit";
    private static final String VALUE = "value";

    /// Reads lines whose cells are separated by semicolons, tabs or commas. A blank number stands for 0;
    /// what stands after `value` is not looked at.
    ///
    /// @throws IllegalArgumentException for what is no such table; the message is the number of the line
    public static PrintedSheet read(String text) {
        List<String> lines = text.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("1");
        }
        Pattern between = between(lines.getFirst());
        List<String> header = cells(lines.getFirst(), between);
        int value = header.indexOf(VALUE);
        if (value < 1) {
            throw new IllegalArgumentException("1");
        }
        List<String> columns = header.subList(0, value).stream()
                .filter(name -> !name.equals(TABLE) && !name.equals(UNIT))
                .toList();
        List<PrintedCell> found = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            found.add(cell(header, columns, cells(lines.get(line), between), line + 1));
        }
        Optional<String> table = Optional.of(header.indexOf(TABLE))
                .filter(place -> place >= 0 && lines.size() > 1)
                .map(place -> cells(lines.get(1), between).get(place))
                .filter(id -> !id.isEmpty());
        return new PrintedSheet(table, new PrintedTable(columns, found));
    }

    private static PrintedCell cell(List<String> header, List<String> columns, List<String> cells, int line) {
        int value = header.indexOf(VALUE);
        if (cells.size() <= value) {
            throw new IllegalArgumentException(Integer.toString(line));
        }
        int unit = header.indexOf(UNIT);
        BigDecimal number = cells.get(value).isEmpty()
                ? BigDecimal.ZERO
                : Figure.find(cells.get(value))
                        .orElseThrow(() -> new IllegalArgumentException(Integer.toString(line)))
                        .value();
        return new PrintedCell(
                columns.stream().map(name -> cells.get(header.indexOf(name))).toList(),
                unit < 0 || unit > value ? Unit.PERSONS.code() : cells.get(unit),
                number);
    }

    /// Semicolons or tabs where the header has them, so that a comma can be a decimal sign.
    private static Pattern between(String header) {
        return Pattern.compile(header.contains(";") ? ";" : header.contains("\t") ? "\t" : ",");
    }

    private static List<String> cells(String line, Pattern between) {
        return between.splitAsStream(line + " ")
                .map(cell -> cell.replace("\"", "").strip())
                .toList();
    }
}
