package se.ledfyr.statistics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One number of a table.
///
/// @param codes one for each of the table's columns
/// @param value whole for counts, one decimal for percentages; null when there is nothing to divide by
/// @param base what a share or mean was divided by; null for counts and for changes in percent
public record Cell(
        List<String> codes,
        Unit unit,
        @Nullable BigDecimal value,
        @Nullable BigDecimal base) {

    public Cell {
        codes = List.copyOf(codes);
    }

    /// The number as it stands in files: no grouping, point as decimal sign, empty for no number.
    public String printed() {
        return value == null ? "" : value.toPlainString();
    }
}
