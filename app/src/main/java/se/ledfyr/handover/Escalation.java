package se.ledfyr.handover;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// An offer that was carried to an office: an entry that somebody there must answer.
///
/// @param level [Stage#REGION] or [Stage#NATION]
/// @param afterNo whether somebody had said no; otherwise nobody had answered
/// @param result null while the office has not answered
/// @param other whom the office says to ask instead
public record Escalation(
        UUID id,
        Stage level,
        OrganisationId office,
        Instant raisedAt,
        Instant answerBy,
        @Nullable Instant answeredAt,
        boolean afterNo,
        @Nullable Result result,
        @Nullable OrganisationId other) {

    /// How an entry was answered. The names are stored.
    public enum Result {
        TAKEN_OVER,
        FOUND_ANOTHER,
        RETURNED,
        /// The offer came to its end before the office answered.
        SETTLED
    }

    public Escalation {
        if (!level.isCarried()) {
            throw new IllegalArgumentException("An offer is carried to the region or to the nation");
        }
    }

    public boolean isWaiting() {
        return result == null;
    }
}
