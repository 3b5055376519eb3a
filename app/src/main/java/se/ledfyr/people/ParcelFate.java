package se.ledfyr.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a parcel, as its sender may know.
///
/// @param openedAt when the addressee first read what may be read before adoption
/// @param adoptedAt when the addressee made the person their own: from then on the sender cannot take it back
/// @param closedAt when its key was destroyed
public record ParcelFate(
        @Nullable Instant openedAt,
        @Nullable Instant adoptedAt,
        @Nullable Instant closedAt) {

    /// Whether somebody at the addressee has seen any of it.
    public boolean hasGone() {
        return openedAt != null || adoptedAt != null;
    }
}
