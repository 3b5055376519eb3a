package se.ledfyr.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.people.PersonId;

/// A consent as it stands in the ledger.
///
/// @param recordedBy who wrote it down; null when it was the operator of the installation
/// @param withdrawnAt from then on nothing is shared on it any more
public record Consent(
        ConsentId id,
        PersonId person,
        ConsentTerms terms,
        Instant recordedAt,
        @Nullable MemberId recordedBy,
        @Nullable Instant withdrawnAt) {

    /// Whether something can be shared on it on a day.
    public enum State {
        NOT_YET,
        LIVE,
        ENDED,
        WITHDRAWN
    }

    /// @param day in Swedish local time
    public State stateOn(LocalDate day) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        if (day.isBefore(terms.from())) {
            return State.NOT_YET;
        }
        return terms.until() != null && day.isAfter(terms.until()) ? State.ENDED : State.LIVE;
    }
}
