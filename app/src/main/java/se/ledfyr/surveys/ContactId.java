package se.ledfyr.surveys;

import java.util.UUID;

/// Names one answered questionnaire. Says nothing about anybody, so it may stand in an address.
public record ContactId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static ContactId of(String text) {
        return new ContactId(UUID.fromString(text));
    }

    public static ContactId random() {
        return new ContactId(UUID.randomUUID());
    }
}
