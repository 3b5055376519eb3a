package se.ledfyr.permits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody may stay in the country on, or did, as the acting organisation knows it.
///
/// @param kind a code of `residence_status`
/// @param from first day; null where nobody knows
/// @param to last day; null while none is set
/// @param decidedBy a code of `permit_authority`
/// @param source how it is known, a code of `permit_source`
/// @param application where it came from, when it came from one
/// @param filed whether a file brought it, which then puts it right too
public record Permit(
        PermitId id,
        String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String decidedBy,
        String source,
        @Nullable ApplicationId application,
        boolean filed,
        int version) {

    /// The code for a reflection period.
    public static final String REFLECTION = "reflection";

    /// Whether it is changed here, and not where it came from.
    public boolean isWrittenByHand() {
        return application == null && !filed;
    }

    /// Whether it holds on a day, as far as is known.
    public boolean holdsOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }
}
