package se.ledfyr.support;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ledfyr.people.PersonName;
import se.ledfyr.programmes.GrantId;

/// Somebody in the programme, in a list.
///
/// @param days how the days stand, for both phases
/// @param homeNumber the home of tonight; null for none
/// @param homeRegion its police region
/// @param lastDay last day that is written down; null for none
/// @param endedOn last day of the support; null while it goes on
public record CourseLine(
        GrantId grant,
        @Nullable PersonName name,
        boolean child,
        LocalDate grantedOn,
        Map<Phase, DayCount> days,
        @Nullable Integer homeNumber,
        @Nullable String homeRegion,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate endedOn,
        @Nullable String outcome) {

    public CourseLine {
        days = Map.copyOf(days);
    }
}
