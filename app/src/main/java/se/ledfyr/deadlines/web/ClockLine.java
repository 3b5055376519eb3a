package se.ledfyr.deadlines.web;

/// A clock as a page shows it.
///
/// @param due when it is due, in words of the reader's language
/// @param kind what kind of limit
/// @param path the page it leads to
/// @param who whom it reminds; empty for everybody
/// @param when in which group it belongs
public record ClockLine(String due, String kind, String reference, String path, String who, When when) {

    /// How near a limit is, the nearest first.
    public enum When {
        OVERDUE,
        TODAY,
        WEEK,
        LATER
    }

    /// Says which, and nothing about whom.
    @Override
    public String toString() {
        return "ClockLine[" + reference + "]";
    }
}
