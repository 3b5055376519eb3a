package se.ledfyr.needs;

import java.util.UUID;

/// Names one need.
public record NeedId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static NeedId of(String text) {
        return new NeedId(UUID.fromString(text));
    }

    static NeedId random() {
        return new NeedId(UUID.randomUUID());
    }
}
