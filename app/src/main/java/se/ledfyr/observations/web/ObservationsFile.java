package se.ledfyr.observations.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.ledfyr.observations.ObservationLine;
import se.ledfyr.observations.ObservationTable;

/// The tables as a file: one number a line, its codes and words in front of it, and behind it the warning that it
/// is not to be added to others, which so goes along with every line that is taken out.
final class ObservationsFile {

    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final String HEADER = "year,table,source,authority,code,line,measure,value,note\n";

    private ObservationsFile() {}

    static String of(int year, List<ObservationTable> tables, Labels labels) {
        StringBuilder file = new StringBuilder(HEADER);
        for (ObservationTable table : tables) {
            for (ObservationLine line : table.lines()) {
                for (int i = 0; i < line.values().size(); i++) {
                    @Nullable Integer value = line.values().get(i);
                    row(
                            file,
                            String.valueOf(year),
                            code(table.what()),
                            code(table.what().source()),
                            line.group().toLowerCase(Locale.ROOT),
                            line.code(),
                            labels.line(table.what(), line),
                            code(table.what().measures().get(i)),
                            value == null ? "" : value.toString(),
                            labels.warning());
                }
            }
        }
        return file.toString();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void row(StringBuilder file, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            file.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        file.append('\n');
    }

    /// Quoted where needed, and never anything that a spreadsheet would run.
    static String cell(String text) {
        String plain = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
