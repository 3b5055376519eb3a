package se.ledfyr.support;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// A text between the two ends of an application.
///
/// @param repliesTo the question, for a reply
/// @param text null once it has been destroyed, and for an address, which is opened by itself
public record Note(
        UUID id,
        Kind kind,
        OrganisationId by,
        Instant at,
        @Nullable UUID repliesTo,
        @Nullable String text) {

    /// What a text is. The names are stored.
    public enum Kind {
        WHY,
        QUESTION,
        REPLY,
        REFUSAL,
        WITHDRAWAL,
        /// Where a home lies: shown only when somebody asks for it, and noted.
        ADDRESS
    }

    /// Never what is in it.
    @Override
    public String toString() {
        return "Note[" + kind + "]";
    }
}
