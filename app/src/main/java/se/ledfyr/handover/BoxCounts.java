package se.ledfyr.handover;

/// How much waits. A count stops at [#MOST]: more than that is said as "more than".
///
/// @param inbox offers that wait for our answer
/// @param dueToday of those, what must be answered before the Swedish day ends and is not overdue
/// @param overdue of those, whose time is over
/// @param outbox offers of ours that wait for somebody's answer
/// @param unanswered of those, whose time is over
/// @param escalated entries that wait for our answer
public record BoxCounts(int inbox, int dueToday, int overdue, int outbox, int unanswered, int escalated) {

    /// Where counting stops.
    public static final int MOST = 1_000;
}
