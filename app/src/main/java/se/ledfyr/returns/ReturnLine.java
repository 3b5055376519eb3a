package se.ledfyr.returns;

import org.jspecify.annotations.Nullable;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;

/// One application in a list.
///
/// @param person in the acting organisation's own keeping; null where it keeps nobody for it
/// @param name null where there is no person
/// @param groupCode of the group it belongs to
public record ReturnLine(
        Return application,
        @Nullable PersonId person,
        @Nullable PersonName name,
        @Nullable String groupCode) {

    ReturnLine named(@Nullable PersonName known) {
        return new ReturnLine(application, person, known, groupCode);
    }

    /// Says which by id only.
    @Override
    public String toString() {
        return "ReturnLine[" + application.id().value() + "]";
    }
}
