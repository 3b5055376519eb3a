package se.ledfyr.permits;

import java.util.UUID;

/// Names one permit of a person, in the acting organisation.
public record PermitId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static PermitId of(String text) {
        return new PermitId(UUID.fromString(text));
    }

    static PermitId random() {
        return new PermitId(UUID.randomUUID());
    }
}
