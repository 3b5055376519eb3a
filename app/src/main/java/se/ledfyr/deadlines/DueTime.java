package se.ledfyr.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// When something is due, and when to remind of it.
///
/// A limit that ends with a day is due at the midnight after it: that midnight is the first moment that is too late.
///
/// @param halfAt when to remind; null for no reminder. Earlier than `dueAt`
public record DueTime(Instant dueAt, @Nullable Instant halfAt) {

    static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    public DueTime {
        if (halfAt != null && !halfAt.isBefore(dueAt)) {
            throw new IllegalArgumentException("A reminder comes before what it reminds of");
        }
    }

    /// Due at an instant that somebody decided, without a reminder.
    public static DueTime at(Instant dueAt) {
        return new DueTime(dueAt, null);
    }

    /// Due when a Swedish day ends.
    ///
    /// @param last the last day that is in time
    public static DueTime endOf(LocalDate last) {
        return at(midnightAfter(last));
    }

    static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SWEDISH_TIME).toInstant();
    }

    /// The last Swedish day that is in time.
    public LocalDate lastDay() {
        return lastDay(dueAt);
    }

    /// Whether it is due with the end of a day, and not at a time of day.
    public boolean isWholeDay() {
        return isWholeDay(dueAt);
    }

    static LocalDate lastDay(Instant dueAt) {
        ZonedDateTime local = dueAt.atZone(SWEDISH_TIME);
        return isWholeDay(dueAt) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }

    static boolean isWholeDay(Instant dueAt) {
        return dueAt.atZone(SWEDISH_TIME).toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
