package se.ledfyr.support;

import java.util.EnumMap;
import java.util.Map;

/// How the days of one person in one phase stand against the grant.
///
/// @param granted how many were granted
/// @param used how many have been, today included
/// @param booked how many are written down, past and to come
/// @param beyond days beyond the grant, written down, by who pays them; only those that have any
public record DayCount(int granted, int used, int booked, Map<Payer, Integer> beyond) {

    static final DayCount NONE = new DayCount(0, 0, 0, Map.of());

    public DayCount {
        beyond = beyond.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(beyond));
    }

    /// How many of the granted days are neither used nor booked.
    public int left() {
        return Math.max(0, granted - booked);
    }

    public int beyondAll() {
        return beyond.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Whether there is anything to show.
    public boolean isAny() {
        return granted > 0 || booked > 0 || !beyond.isEmpty();
    }
}
