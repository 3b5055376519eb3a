package se.ledfyr.returns;

import java.util.Locale;
import java.util.UUID;

/// Names one application to the return programme. It tells nothing about anybody.
public record ReturnId(UUID value) {

    private static final int REFERENCE_LENGTH = 8;

    public static ReturnId random() {
        return new ReturnId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no identifier
    public static ReturnId of(String text) {
        return new ReturnId(UUID.fromString(text));
    }

    /// What two people on the telephone call it.
    public String reference() {
        return value.toString().substring(0, REFERENCE_LENGTH).toUpperCase(Locale.ROOT);
    }
}
