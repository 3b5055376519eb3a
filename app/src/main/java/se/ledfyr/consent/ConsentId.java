package se.ledfyr.consent;

import java.util.UUID;

/// Names one consent.
public record ConsentId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static ConsentId of(String text) {
        return new ConsentId(UUID.fromString(text));
    }

    static ConsentId random() {
        return new ConsentId(UUID.randomUUID());
    }
}
