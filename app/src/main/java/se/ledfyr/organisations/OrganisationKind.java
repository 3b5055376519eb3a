package se.ledfyr.organisations;

/// What kind of part an organisation plays in the mechanism.
public enum OrganisationKind {
    NATIONAL_COORDINATION,
    REGIONAL_COORDINATION,
    SOCIAL_SERVICES,
    POLICE,
    MIGRATION_AGENCY,
    PROSECUTOR,
    NGO,
    PROGRAMME_OFFICE,
    SHELTER
}
