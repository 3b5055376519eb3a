package se.ledfyr.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A table as a tidy file: one number a line, its codes in front of it.
final class TidyCsv {

    private static final char NEW_LINE = '\n';

    private TidyCsv() {}

    static List<String> header(PublishedTable table) {
        List<String> header = new ArrayList<>();
        header.add("table_id");
        header.addAll(table.columns());
        header.add("unit");
        header.add("value");
        return header;
    }

    static void writeHeader(PublishedTable table, Appendable out) {
        writeLine(header(table), out);
    }

    static void write(PublishedTable table, Cell cell, Appendable out) {
        List<String> line = new ArrayList<>();
        line.add(table.id());
        line.addAll(cell.codes());
        line.add(cell.unit().inFiles());
        line.add(cell.printed());
        writeLine(line, out);
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
