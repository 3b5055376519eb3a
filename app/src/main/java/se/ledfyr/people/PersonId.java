package se.ledfyr.people;

import java.util.UUID;

/// Names one person in one organisation's keeping. It says nothing about who that is.
public record PersonId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }
}
