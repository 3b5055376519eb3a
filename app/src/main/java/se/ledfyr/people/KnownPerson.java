package se.ledfyr.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person as the acting organisation may see them without stating a reason.
///
/// @param identity what is known; [Identity#NONE] when it is masked
/// @param masked whether something is known that is not shown because of the protection
/// @param erasedAt when everything that told who this is was made unreadable for good
public record KnownPerson(
        PersonId id,
        Identity identity,
        @Nullable Protection protection,
        boolean masked,
        Instant createdAt,
        @Nullable Instant erasedAt) {

    public KnownPerson {
        if (masked && !identity.isEmpty()) {
            throw new IllegalArgumentException("A masked identity is not shown");
        }
    }

    /// The name as a list would show it.
    public PersonName name() {
        return new PersonName(identity.names().stream().findFirst().orElse(null), protection, masked);
    }
}
