package se.ledfyr.organisations;

import java.util.UUID;

/// Names one person who works in an organisation that takes part.
public record MemberId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    public static MemberId random() {
        return new MemberId(UUID.randomUUID());
    }
}
