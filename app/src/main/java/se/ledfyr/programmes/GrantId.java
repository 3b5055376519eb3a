package se.ledfyr.programmes;

import java.util.UUID;

/// Names one grant of a programme. It tells nothing about whom it was granted.
public record GrantId(UUID value) {

    public static GrantId random() {
        return new GrantId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no identifier
    public static GrantId of(String text) {
        return new GrantId(UUID.fromString(text));
    }
}
