package se.ledfyr.methods.wages;

import java.time.LocalDate;

/// What hours of one kind are paid with during some days, as a collective agreement or a contract says.
///
/// @param from first day
/// @param to last day
/// @param source where it stands, in words: a rate without a source proves nothing
public record Rate(HourKind kind, LocalDate from, LocalDate to, Pay pay, String source) {

    public Rate {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from");
        }
        if (kind == HourKind.ORDINARY && !(pay instanceof Pay.PerHour)) {
            throw new IllegalArgumentException("the ordinary wage is an amount");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must say where the rate stands");
        }
    }

    /// Whether every day of some work has this rate.
    boolean covers(Work work) {
        return !work.from().isBefore(from) && !work.to().isAfter(to);
    }

    /// Whether any day of some work has this rate.
    boolean touches(Work work) {
        return !work.to().isBefore(from) && !work.from().isAfter(to);
    }
}
