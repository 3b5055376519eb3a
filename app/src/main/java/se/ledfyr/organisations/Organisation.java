package se.ledfyr.organisations;

import org.jspecify.annotations.Nullable;

/// An organisation that takes part.
///
/// @param region police region it answers for, as a code of list `police_region`; required for a regional office
/// @param municipality four-digit municipality code, for social services
public record Organisation(
        OrganisationId id,
        String name,
        OrganisationKind kind,
        @Nullable String region,
        @Nullable String municipality) {

    static final int MAX_NAME_LENGTH = 120;

    public Organisation {
        name = name.strip();
        if (name.length() < 2 || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("name must be 2-%d characters".formatted(MAX_NAME_LENGTH));
        }
        if (kind == OrganisationKind.REGIONAL_COORDINATION && region == null) {
            throw new IllegalArgumentException("region is required for a regional coordination office");
        }
    }
}
