package se.ledfyr.needs;

import se.ledfyr.organisations.OrganisationKind;

/// Which part of society gave a measure. The first three together are the public actors of the report.
public enum Sector {
    STATE,
    REGION,
    MUNICIPALITY,
    CIVIL_SOCIETY;

    /// The sector of an organisation that takes part. Regional coordinators are employed by a municipality, and the
    /// programmes are run by civil society; who carries out
    /// returns counts with them, being no Swedish authority.
    public static Sector of(OrganisationKind kind) {
        return switch (kind) {
            case NATIONAL_COORDINATION, POLICE, MIGRATION_AGENCY, PROSECUTOR -> STATE;
            case REGIONAL_COORDINATION, SOCIAL_SERVICES -> MUNICIPALITY;
            case NGO, PROGRAMME_OFFICE, RETURN_OPERATOR, SHELTER, CIVIL_PLATFORM -> CIVIL_SOCIETY;
        };
    }
}
