package se.ledfyr.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// What became of a case.
///
/// @param course which organisation was accountable from when to when, oldest first; a gap is a time when it was closed
/// @param steps what the acting organisation did with it, oldest first
public record CaseHistory(List<Turn> course, List<Step> steps) {

    public CaseHistory {
        course = List.copyOf(course);
        steps = List.copyOf(steps);
    }

    /// @param until null while it lasts
    public record Turn(
            OrganisationId organisation,
            Instant from,
            @Nullable Instant until) {}

    /// One act.
    ///
    /// @param by whose act it was; null for the operator, a clock, or another organisation
    /// @param inside who does the work from then on, where that is what changed
    /// @param other from whom it was taken over, or to whom it was passed on
    /// @param outcome a code of `case_outcome`, when it was closed
    /// @param reason in words, where something was said
    public record Step(
            Instant at,
            Kind kind,
            @Nullable MemberId by,
            @Nullable HolderInside inside,
            @Nullable OrganisationId other,
            @Nullable String outcome,
            @Nullable String reason) {

        /// What was said stays out of logs.
        @Override
        public String toString() {
            return "Step[" + kind + "]";
        }
    }

    /// What can happen to a case.
    public enum Kind {
        OPENED,
        MOVED,
        PASSED_ON,
        TAKEN,
        CLOSED,
        REOPENED
    }
}
