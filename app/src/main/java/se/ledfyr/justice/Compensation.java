package se.ledfyr.justice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money that was asked for, and what came of it.
///
/// @param kind code of list `compensation_kind`
/// @param askedOre whole öre; null when no amount was named
/// @param decision code of list `compensation_decision`
/// @param decidedOn null while it is waited for
/// @param decidedOre whole öre; null unless something was granted and the amount is known
/// @param expected when a decision is expected
public record Compensation(
        UUID id,
        String kind,
        LocalDate askedOn,
        @Nullable Long askedOre,
        String decision,
        @Nullable LocalDate decidedOn,
        @Nullable Long decidedOre,
        @Nullable LocalDate expected) {

    /// The decision that stands until there is one.
    public static final String WAITING = "waiting";

    /// Whether nothing has been decided yet.
    public boolean isWaiting() {
        return decision.equals(WAITING);
    }
}
