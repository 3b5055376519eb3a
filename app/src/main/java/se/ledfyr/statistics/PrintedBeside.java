package se.ledfyr.statistics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A printed number beside the one that the records give.
///
/// @param codes one for each of the table's columns
/// @param computed null where the table has no such cell, or no number in it
/// @param source where it was printed; empty while nobody has said so
public record PrintedBeside(
        List<String> codes,
        String unit,
        BigDecimal printed,
        @Nullable BigDecimal computed,
        String source) {

    public PrintedBeside {
        codes = List.copyOf(codes);
    }

    /// Whether the computed number, printed as precisely, is another one.
    public boolean differs() {
        return computed == null
                || computed.setScale(Math.max(0, printed.scale()), java.math.RoundingMode.HALF_UP)
                                .compareTo(printed)
                        != 0;
    }
}
