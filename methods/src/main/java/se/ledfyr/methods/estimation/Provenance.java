package se.ledfyr.methods.estimation;

import java.util.OptionalLong;

/// What somebody needs to get the same digits again.
///
/// @param inputHash of the capture table
/// @param version of this library's arithmetic; goes up whenever a result may change in any digit
/// @param method with its options, in words
/// @param seed of the random numbers, if any were drawn
public record Provenance(String inputHash, int version, String method, OptionalLong seed) {

    /// The arithmetic as it is now.
    public static final int VERSION = 1;

    static Provenance of(CaptureTable table, Procedure procedure) {
        return new Provenance(table.hash(), VERSION, procedure.name(), OptionalLong.empty());
    }

    Provenance withSeed(long used) {
        return new Provenance(inputHash, version, method, OptionalLong.of(used));
    }
}
