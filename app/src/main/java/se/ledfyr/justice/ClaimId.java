package se.ledfyr.justice;

import java.util.UUID;

/// Names a claim for wages. It tells nothing about anybody.
public record ClaimId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static ClaimId of(String text) {
        return new ClaimId(UUID.fromString(text));
    }

    static ClaimId random() {
        return new ClaimId(UUID.randomUUID());
    }
}
