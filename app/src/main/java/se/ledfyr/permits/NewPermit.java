package se.ledfyr.permits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A permit as it is written down.
///
/// @param kind a code of `residence_status`
/// @param from first day; null where nobody knows
/// @param to last day; null where none is set
/// @param decidedBy a code of `permit_authority`
/// @param source a code of `permit_source`
public record NewPermit(
        String kind, @Nullable LocalDate from, @Nullable LocalDate to, String decidedBy, String source) {

    public NewPermit {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a permit ends after it began");
        }
        if (kind.equals(Permit.REFLECTION) && (from == null || to == null)) {
            throw new IllegalArgumentException("a reflection period has a first and a last day");
        }
    }
}
