package se.ledfyr.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.people.PersonId;

/// A registration as it stands now.
///
/// @param version counts up with every correction; a correction names the version it was made from
/// @param removal when and why it was taken out of the figures, if it was
public record Registration(
        RegistrationId id,
        PersonId person,
        Facts facts,
        Circumstances circumstances,
        @Nullable MemberId assessedBy,
        int version,
        Instant createdAt,
        Instant changedAt,
        Optional<Removal> removal) {

    /// Taking a registration out of the figures. It stays readable, with the reason.
    public record Removal(Instant at, String reason) {}

    /// Field by field, under the names a registration file uses; the note is not among them.
    public Map<String, @Nullable String> fieldValues() {
        return FieldValues.of(facts, circumstances);
    }

    /// Says which registration by id only.
    @Override
    public String toString() {
        return "Registration[" + id.value() + "]";
    }
}
