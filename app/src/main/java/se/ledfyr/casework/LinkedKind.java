package se.ledfyr.casework;

import java.time.OffsetDateTime;
import java.util.Map;
import se.ledfyr.filing.FiledKind;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.filing.Limited;

/// A kind of record whose rows may link to registrations, in the column `registration_id`: what such kinds have in
/// common.
public interface LinkedKind extends FiledKind {

    RegistrationLinks links();

    /// Columns of the file that must say the same as a fact of the registration.
    default Map<String, LinkedFact> agreeing() {
        return Map.of();
    }

    @Override
    default void followStandIns() {
        links().followStandIns();
    }

    @Override
    default void findConflicts(Limited<Conflict> found) {
        links().findConflicts(agreeing(), found);
    }

    @Override
    default void prepare(OffsetDateTime now) {
        links().givePersons(table());
    }
}
