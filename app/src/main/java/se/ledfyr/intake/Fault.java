package se.ledfyr.intake;

import org.jspecify.annotations.Nullable;

/// One place in a file that breaks a rule.
///
/// @param line the header is line 1; a record's line is the one it starts on; in a workbook the number of the row
/// @param column name of the column, or [#FILE] or [#RECORD] where no single column is at fault
/// @param value what stands there, when it is short and harmless enough to be shown; see [ShownValue]
/// @param problem what is wrong and what is allowed
public record Fault(long line, String column, @Nullable String value, Problem problem) {

    public static final String FILE = "file";
    public static final String RECORD = "record";

    /// What stands in a cell is about a person and stays out of logs.
    @Override
    public String toString() {
        return "%d\t%s\t%s".formatted(line, column, problem.key());
    }
}
