package se.ledfyr.statistics;

/// The year cannot be closed: it has been closed before, or is not over.
public class YearNotOpen extends RuntimeException {

    YearNotOpen(int year) {
        super("Year %d cannot be closed".formatted(year));
    }
}
