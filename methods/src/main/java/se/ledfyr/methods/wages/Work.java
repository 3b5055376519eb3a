package se.ledfyr.methods.wages;

import java.time.LocalDate;

/// How long somebody worked during some days.
///
/// @param from first day
/// @param to last day
/// @param ordinaryMinutes minutes of ordinary time, 0 to 10 000 000
/// @param overtimeMinutes minutes beyond it, 0 to 10 000 000
/// @param unsocialMinutes of all these minutes, those at unsocial times; not more than both together
public record Work(LocalDate from, LocalDate to, int ordinaryMinutes, int overtimeMinutes, int unsocialMinutes) {

    static final int MOST_MINUTES = 10_000_000;

    public Work {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from");
        }
        if (outside(ordinaryMinutes) || outside(overtimeMinutes) || outside(unsocialMinutes)) {
            throw new IllegalArgumentException("minutes must be 0 to %d".formatted(MOST_MINUTES));
        }
        if (unsocialMinutes > ordinaryMinutes + overtimeMinutes) {
            throw new IllegalArgumentException("unsocialMinutes are some of the others, not more of them");
        }
    }

    /// The minutes of one kind.
    public int minutes(HourKind kind) {
        return switch (kind) {
            case ORDINARY -> ordinaryMinutes;
            case OVERTIME -> overtimeMinutes;
            case UNSOCIAL -> unsocialMinutes;
        };
    }

    private static boolean outside(int minutes) {
        return minutes < 0 || minutes > MOST_MINUTES;
    }
}
