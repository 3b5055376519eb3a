package se.ledfyr.budget;

import java.util.UUID;

/// Names one supplement.
public record SupplementId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static SupplementId of(String text) {
        return new SupplementId(UUID.fromString(text));
    }

    static SupplementId random() {
        return new SupplementId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
