package se.ledfyr.support;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ledfyr.programmes.SupportGrant;

/// Somebody's way through the programme.
///
/// @param days how the days stand, for both phases
/// @param endedOn last day of the support; null while it goes on
/// @param outcome a code of `nsp_outcome`; null while it goes on
public record Course(
        SupportGrant grant,
        Map<Phase, DayCount> days,
        @Nullable LocalDate endedOn,
        @Nullable String outcome) {

    public Course {
        days = Map.copyOf(days);
    }

    public boolean isUnderWay() {
        return endedOn == null && !grant.withdrawn();
    }
}
