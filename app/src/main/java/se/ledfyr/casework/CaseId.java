package se.ledfyr.casework;

import java.util.UUID;

/// Names one case: one person's course through the system. Says nothing about the person, so it may
/// stand in an address.
public record CaseId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    public static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }
}
