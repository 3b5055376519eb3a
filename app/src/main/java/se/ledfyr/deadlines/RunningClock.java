package se.ledfyr.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// A clock as it stands.
///
/// @param caseId the case it belongs to; null for none
/// @param member whom it reminds; null for everybody in the organisation who works with people
/// @param halfAt when it reminds; null when it does not
/// @param doneAt when what was owed was done, also when that was late; null while it is not
public record RunningClock(
        ClockId id,
        OrganisationId organisation,
        String kind,
        ClockSubject subject,
        @Nullable UUID caseId,
        @Nullable MemberId member,
        String path,
        Instant setAt,
        @Nullable Instant halfAt,
        Instant dueAt,
        ClockStage stage,
        @Nullable Instant doneAt) {

    private static final int REFERENCE_LENGTH = 8;

    /// What the clock is called in letters and calendars, where nothing else about it may stand.
    public String reference() {
        return id.value().toString().substring(0, REFERENCE_LENGTH).toUpperCase(Locale.ROOT);
    }

    /// The last Swedish day that is in time.
    public LocalDate lastDay() {
        return DueTime.lastDay(dueAt);
    }

    /// Whether it is due with the end of a day, and not at a time of day.
    public boolean isWholeDay() {
        return DueTime.isWholeDay(dueAt);
    }

    /// Whether what was owed was not done in time, and still is not.
    public boolean isOverdue(Instant now) {
        return doneAt == null && !dueAt.isAfter(now);
    }
}
