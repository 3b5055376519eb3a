package se.ledfyr.support;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.people.PersonName;

/// An application in a list.
///
/// @param fromName name of the organisation that applied
/// @param name who it is for, where the acting organisation knows
/// @param refusals how many municipalities had said no
/// @param asked whether a question waits for its answer
public record ApplicationLine(
        ApplicationId id,
        String fromName,
        String applicant,
        Channel channel,
        String region,
        String ageGroup,
        String ground,
        LocalDate appliedOn,
        ApplicationState state,
        @Nullable Instant closedAt,
        @Nullable LocalDate endedOn,
        int refusals,
        boolean asked,
        @Nullable PersonName name) {}
