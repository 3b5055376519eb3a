package se.ledfyr.guidance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.HolderInside;

/// Something to be done for the person of a case.
///
/// @param action the action of the manual it comes from
/// @param words own words; null where there are none, or they can no longer be read
/// @param inherited whether it was the task of whoever had the case before
/// @param result how it ended; null while it has not
public record Task(
        TaskId id,
        CaseId caseId,
        @Nullable String action,
        @Nullable String words,
        HolderInside owner,
        @Nullable LocalDate due,
        boolean inherited,
        @Nullable Result result) {

    /// How a task ends.
    public enum Result {
        DONE,
        DROPPED,
        /// Somebody else took the case over: it is theirs to see to now.
        PASSED_ON
    }

    /// Whether the day it should have been done by has passed.
    public boolean isOverdue(LocalDate today) {
        return result == null && due != null && due.isBefore(today);
    }

    /// Own words stay out of logs.
    @Override
    public String toString() {
        return "Task[" + id.value() + "]";
    }
}
