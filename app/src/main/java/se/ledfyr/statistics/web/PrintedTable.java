package se.ledfyr.statistics.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ledfyr.statistics.Unit;

/// A table as a reader expects it: years across, categories down, in blocks where the declaration asks
/// for them.
///
/// @param rowTitle what the categories are
public record PrintedTable(String rowTitle, List<Column> columns, List<Block> blocks) {

    public PrintedTable {
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
    }

    /// One year, or one pair of years.
    ///
    /// @param isFinal whether every year in it is closed
    public record Column(String label, boolean isFinal) {}

    /// Lines that belong together.
    ///
    /// @param heading null when the table is one block
    public record Block(@Nullable String heading, List<Line> lines) {

        public Block {
            lines = List.copyOf(lines);
        }
    }

    /// One category.
    ///
    /// @param total whether it is the sum of others
    /// @param unit what its numbers count; a drawing shows those in the unit of the table
    /// @param numbers one for each column
    public record Line(String label, boolean total, Unit unit, List<Number> numbers) {

        public Line {
            numbers = List.copyOf(numbers);
        }
    }

    /// One number as it is shown.
    ///
    /// @param text as the language writes it; empty where nothing is printed
    /// @param value null where there is no number
    public record Number(String text, @Nullable BigDecimal value) {

        static final Number NONE = new Number("", null);
    }
}
