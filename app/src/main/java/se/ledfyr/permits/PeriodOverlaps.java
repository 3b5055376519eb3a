package se.ledfyr.permits;

/// The person has another reflection period at the time, as the acting organisation knows. Nothing was changed.
public class PeriodOverlaps extends RuntimeException {

    private static final String WHY = "Nobody has two reflection periods at once";

    PeriodOverlaps() {
        super(WHY);
    }

    PeriodOverlaps(Throwable cause) {
        super(WHY, cause);
    }
}
