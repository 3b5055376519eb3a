package se.ledfyr.programmes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.people.PersonId;

/// A grant of the national support programme in the acting organisation's keeping.
///
/// @param person to whom it was granted
/// @param guardian the adult's grant, for a child that came along
/// @param version 1 at first, one more with each correction
/// @param withdrawn whether it is counted no more
public record SupportGrant(
        GrantId id,
        PersonId person,
        LocalDate grantedOn,
        SupportFacts facts,
        @Nullable GrantId guardian,
        int version,
        boolean withdrawn) {

    public boolean isChild() {
        return facts.ageGroup().equals("child");
    }
}
