package se.ledfyr.support;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Days of rest or integration in a row.
///
/// @param beyond whether they lie beyond what was granted
/// @param beyondWhy a code of `nsp_beyond_reason`; null for days inside the grant
/// @param last the last day, itself included
public record Period(
        UUID id,
        Phase phase,
        boolean beyond,
        Payer payer,
        @Nullable String beyondWhy,
        LocalDate first,
        LocalDate last) {

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A period ends after it began");
        }
        if (beyond != (beyondWhy != null) || (!beyond && payer != Payer.PROGRAMME)) {
            throw new IllegalArgumentException("Days beyond the grant have a payer and a reason, the others neither");
        }
    }

    /// How many days, first and last included.
    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }
}
