package se.ledfyr.casework;

import java.util.UUID;

/// Names one registration: one person in one year.
public record RegistrationId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static RegistrationId of(String text) {
        return new RegistrationId(UUID.fromString(text));
    }

    public static RegistrationId random() {
        return new RegistrationId(UUID.randomUUID());
    }
}
