package se.ledfyr.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// A table as a tidy file: one number a line, its codes in front of it. Where something keeps its years apart, what
/// does stands after the number; files of one year have no such column.
final class TidyCsv {

    private static final char NEW_LINE = '\n';
    private static final String NOTE = "note";

    private final PublishedTable table;
    private final Collection<Integer> years;
    private final Comparability comparability;
    private final boolean breaks;
    private final Appendable out;

    /// @param years those that the file holds
    TidyCsv(PublishedTable table, Collection<Integer> years, Appendable out) {
        this.table = table;
        this.years = years;
        this.comparability = Comparability.of(table);
        this.breaks = !comparability.breaks(years).isEmpty();
        this.out = out;
    }

    static List<String> header(PublishedTable table) {
        List<String> header = new ArrayList<>();
        header.add("table_id");
        header.addAll(table.columns());
        header.add("unit");
        header.add("value");
        return header;
    }

    void writeHeader() {
        List<String> header = header(table);
        if (breaks) {
            header.add(NOTE);
        }
        writeLine(header, out);
    }

    void write(Cell cell) {
        List<String> line = new ArrayList<>();
        line.add(table.id());
        line.addAll(cell.codes());
        line.add(cell.unit().inFiles());
        line.add(cell.printed());
        if (breaks) {
            line.add(comparability.breaks(cell, years).stream()
                    .map(each -> each.words(Words.ENGLISH))
                    .collect(Collectors.joining(" ")));
        }
        writeLine(line, out);
    }

    /// Files are in English, as their codes are.
    private static final class Words {

        static final Texts ENGLISH = Languages.ofModule("statistics", Locale.ENGLISH);
    }

    private static void writeLine(List<String> cells, Appendable out) {
        try {
            out.append(cells.stream().map(TidyCsv::quoted).collect(Collectors.joining(",")))
                    .append(NEW_LINE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
