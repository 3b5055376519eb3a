package se.ledfyr.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The clock of an offer.
///
/// @param halfAt when the receiver is reminded
/// @param answerBy the first moment that is too late
/// @param nextBy when the office it was carried to must have answered or, after a no, when the sender must have
///     acted; null when nobody else must
public record Times(
        Instant offeredAt,
        Instant halfAt,
        Instant answerBy,
        @Nullable Instant nextBy) {

    public boolean isOverdue(Instant now) {
        return !now.isBefore(answerBy);
    }
}
