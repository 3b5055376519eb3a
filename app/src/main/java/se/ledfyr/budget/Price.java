package se.ledfyr.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one day, measure, return or month costs.
///
/// @param until first day on which it is valid no longer; null while it is
public record Price(
        PriceKind kind,
        Money unit,
        LocalDate from,
        @Nullable LocalDate until) {

    /// Whether it is the price on `day`.
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
