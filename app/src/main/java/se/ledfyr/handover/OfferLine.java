package se.ledfyr.handover;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationKind;

/// An offer in a list: nothing in it tells who the person is.
///
/// @param from name of whoever offered
/// @param to name of whoever was asked
/// @param dueAt what the list is sorted by: when the reader must have answered, or when it ended
/// @param asked whether a question of the receiver waits for its answer
public record OfferLine(
        OfferId id,
        @Nullable UUID batch,
        String from,
        String to,
        OrganisationKind toKind,
        Matter matter,
        Instant offeredAt,
        Instant dueAt,
        Course course,
        boolean asked) {

    public boolean isOverdue(Instant now) {
        return course.isWaiting() && !now.isBefore(dueAt);
    }
}
