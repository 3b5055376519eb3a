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
    /// Carries out returns: decides who is admitted to the return programme, and travels with them.
    RETURN_OPERATOR,
    SHELTER,
    /// The platform of civil society: compiles what its members report once a year, and works with no single person.
    CIVIL_PLATFORM;

    /// Whether it is an authority: what an authority refuses, it can be asked to refuse in writing.
    public boolean isAuthority() {
        return switch (this) {
            case SOCIAL_SERVICES, POLICE, MIGRATION_AGENCY, PROSECUTOR -> true;
            case NATIONAL_COORDINATION,
                    REGIONAL_COORDINATION,
                    NGO,
                    PROGRAMME_OFFICE,
                    RETURN_OPERATOR,
                    SHELTER,
                    CIVIL_PLATFORM -> false;
        };
    }
}
