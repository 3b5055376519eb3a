package se.ledfyr.handover;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// Something that was written about an offer, from one end to the other.
///
/// @param member null when it came through a link
/// @param repliesTo the question it answers; null for everything else
/// @param text null once the text has been destroyed
public record Note(
        UUID id,
        NoteKind kind,
        OrganisationId by,
        @Nullable MemberId member,
        Instant at,
        @Nullable UUID repliesTo,
        @Nullable String text) {

    /// Never what was written.
    @Override
    public String toString() {
        return "Note[" + kind + "]";
    }
}
