package se.ledfyr.permits;

import java.util.Locale;
import java.util.UUID;

/// Names one application for a reflection period.
public record ApplicationId(UUID value) {

    private static final int REFERENCE_LENGTH = 8;

    /// @throws IllegalArgumentException when `text` is no UUID
    public static ApplicationId of(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    static ApplicationId random() {
        return new ApplicationId(UUID.randomUUID());
    }

    /// What it is called in letters, where nothing else about it may stand.
    public String reference() {
        return value.toString().substring(0, REFERENCE_LENGTH).toUpperCase(Locale.ROOT);
    }
}
