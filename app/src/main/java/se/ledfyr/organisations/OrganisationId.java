package se.ledfyr.organisations;

import java.util.UUID;

/// Names one organisation that takes part.
public record OrganisationId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    public static OrganisationId random() {
        return new OrganisationId(UUID.randomUUID());
    }
}
