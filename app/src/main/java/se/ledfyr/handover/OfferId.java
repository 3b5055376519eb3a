package se.ledfyr.handover;

import java.util.Locale;
import java.util.UUID;

/// Names one offer. It tells nothing about what is offered or for whom.
public record OfferId(UUID value) {

    private static final int REFERENCE_LENGTH = 8;

    public static OfferId random() {
        return new OfferId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no identifier
    public static OfferId of(String text) {
        return new OfferId(UUID.fromString(text));
    }

    /// What two people on the telephone call the offer, and what stands in a mail about it.
    public String reference() {
        return value.toString().substring(0, REFERENCE_LENGTH).toUpperCase(Locale.ROOT);
    }
}
