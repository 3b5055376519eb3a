package se.ledfyr.support;

import java.util.Locale;
import java.util.UUID;

/// Names one application to the support programme. It tells nothing about who it is for.
public record ApplicationId(UUID value) {

    private static final int REFERENCE_LENGTH = 8;

    public static ApplicationId random() {
        return new ApplicationId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no identifier
    public static ApplicationId of(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    /// What two people on the telephone call it, and what stands in a mail about it.
    public String reference() {
        return value.toString().substring(0, REFERENCE_LENGTH).toUpperCase(Locale.ROOT);
    }
}
