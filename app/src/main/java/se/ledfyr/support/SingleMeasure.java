package se.ledfyr.support;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A single measure that somebody was given.
///
/// @param kind a code of `nsp_measure`
/// @param costOre what it cost in öre, 0 or more; null when not known
public record SingleMeasure(
        UUID id, String kind, LocalDate givenOn, @Nullable Long costOre) {

    /// One million kronor: more is a slip of the finger.
    public static final long MOST_ORE = 100_000_000L;

    public SingleMeasure {
        if (costOre != null && (costOre < 0 || costOre > MOST_ORE)) {
            throw new IllegalArgumentException("A measure costs 0 to 1 000 000 kronor");
        }
    }
}
