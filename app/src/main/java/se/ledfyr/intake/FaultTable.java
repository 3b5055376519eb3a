package se.ledfyr.intake;

import org.jspecify.annotations.Nullable;

/// Faults as a CSV file, for going through them beside the spreadsheet.
public final class FaultTable {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    /// @param line heading of the column with the line, and so on
    public FaultTable(String line, String column, String value, String allowed) {
        add(line, column, value, allowed);
    }

    public void add(long line, String column, @Nullable String value, String allowed) {
        add(Long.toString(line), column, value, allowed);
    }

    /// The file, with a byte-order mark so that spreadsheets read its letters right.
    public String csv() {
        return text.toString();
    }

    private void add(String line, String column, @Nullable String value, String allowed) {
        text.append(Defused.csv(line))
                .append(',')
                .append(Defused.csv(column))
                .append(',')
                .append(Defused.csv(value == null ? "" : value))
                .append(',')
                .append(Defused.csv(allowed))
                .append("\r\n");
    }
}
