package se.ledfyr.permits;

/// The person has another reflection period at the time, as the acting organisation knows. Nothing was changed.
public class PeriodOverlaps extends RuntimeException {

    PeriodOverlaps(Throwable cause) {
        super("Nobody has two reflection periods at once", cause);
    }
}
