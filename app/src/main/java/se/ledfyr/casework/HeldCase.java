package se.ledfyr.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;

/// One case in a list.
///
/// @param since when it came to whoever does the work now or, in lists of what has ended here, when that was
/// @param inside who does the work; null where it has ended here
/// @param outcome a code of `case_outcome`, once it is closed
/// @param name null unless names were asked for, and where nobody knows it
public record HeldCase(
        CaseId id,
        String reference,
        String region,
        @Nullable String municipality,
        Route route,
        LocalDate identifiedOn,
        Instant since,
        @Nullable HolderInside inside,
        @Nullable String outcome,
        PersonId person,
        @Nullable PersonName name) {

    HeldCase named(@Nullable PersonName known) {
        return new HeldCase(
                id, reference, region, municipality, route, identifiedOn, since, inside, outcome, person, known);
    }

    /// Says which case by id only.
    @Override
    public String toString() {
        return "HeldCase[" + id.value() + "]";
    }
}
