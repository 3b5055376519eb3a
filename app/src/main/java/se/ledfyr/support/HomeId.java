package se.ledfyr.support;

import java.util.UUID;

/// Names one home of the register. It tells nothing about where it lies.
public record HomeId(UUID value) {

    public static HomeId random() {
        return new HomeId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no identifier
    public static HomeId of(String text) {
        return new HomeId(UUID.fromString(text));
    }
}
