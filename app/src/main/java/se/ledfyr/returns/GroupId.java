package se.ledfyr.returns;

import java.util.Locale;
import java.util.UUID;

/// Names one group that returns together. It tells nothing about anybody.
public record GroupId(UUID value) {

    private static final int REFERENCE_LENGTH = 8;

    public static GroupId random() {
        return new GroupId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no identifier
    public static GroupId of(String text) {
        return new GroupId(UUID.fromString(text));
    }

    /// What two people on the telephone call it.
    public String reference() {
        return value.toString().substring(0, REFERENCE_LENGTH).toUpperCase(Locale.ROOT);
    }
}
