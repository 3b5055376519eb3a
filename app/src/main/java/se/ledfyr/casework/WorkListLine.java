package se.ledfyr.casework;

import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;

/// One registration in a list.
///
/// @param person null for readers of facts, who have no way to the person
/// @param name null where nobody knows it or the reader may not
public record WorkListLine(
        RegistrationId id,
        @Nullable PersonId person,
        @Nullable PersonName name,
        LocalDate registeredOn,
        String region,
        @Nullable String municipality,
        String sex,
        String ageGroup,
        @Nullable Integer birthYear,
        @Nullable String citizenship,
        SortedSet<String> forms,
        @Nullable String event) {

    /// The form as it is counted: the only one, `multiple`, or `not_reported`.
    public String countedForm() {
        return switch (forms.size()) {
            case 0 -> "not_reported";
            case 1 -> forms.first();
            default -> "multiple";
        };
    }

    WorkListLine named(@Nullable PersonName known) {
        return new WorkListLine(
                id,
                person,
                known,
                registeredOn,
                region,
                municipality,
                sex,
                ageGroup,
                birthYear,
                citizenship,
                forms,
                event);
    }

    /// Says which registration by id only.
    @Override
    public String toString() {
        return "WorkListLine[" + id.value() + "]";
    }
}
