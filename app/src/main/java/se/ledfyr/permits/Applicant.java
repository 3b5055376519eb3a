package se.ledfyr.permits;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.ledfyr.organisations.OrganisationKind;

/// Who applies to the Migration Agency. The codes are those of list `betanketid_applicant`, which says since when.
public enum Applicant {
    SOCIAL_BOARD,
    LEAD_INVESTIGATOR;

    private static final Map<OrganisationKind, Applicant> PARTS = Map.of(
            OrganisationKind.SOCIAL_SERVICES, SOCIAL_BOARD,
            OrganisationKind.POLICE, LEAD_INVESTIGATOR,
            OrganisationKind.PROSECUTOR, LEAD_INVESTIGATOR);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for a code that is none
    public static Applicant of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// As whom an organisation of a kind applies itself; empty for those that do not. A coordination office applies
    /// for nobody, and writes down for those who work without Ledfyr.
    public static Optional<Applicant> of(OrganisationKind kind) {
        return Optional.ofNullable(PARTS.get(kind));
    }
}
