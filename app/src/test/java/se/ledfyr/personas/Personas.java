package se.ledfyr.personas;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Role;

/// The people and organisations that tests are about. They are put into the database when the house opens.
public enum Personas {
    NORD_COORDINATOR("Kim Koordinator", Place.OFFICE_NORD, Role.COORDINATOR),
    NORD_ADMINISTRATOR("Ada Administratör", Place.OFFICE_NORD, Role.ADMINISTRATOR),
    NORD_AUDITOR("Gry Granskare", Place.OFFICE_NORD, Role.AUDITOR),
    NORD_STATISTICIAN("Siv Siffra", Place.OFFICE_NORD, Role.STATISTICIAN),
    /// The bystander: the same kind of organisation, the same role, none of the same people.
    SYD_COORDINATOR("Sam Sydlig", Place.OFFICE_SYD, Role.COORDINATOR),
    NGO_CASEWORKER("Nour Nära", Place.NGO, Role.CASEWORKER),
    NATIONAL_STATISTICIAN("Stina Statistiker", Place.NATIONAL, Role.STATISTICIAN),
    NATIONAL_ADMINISTRATOR("Nils Nationell", Place.NATIONAL, Role.ADMINISTRATOR),
    NATIONAL_AUDITOR("Rut Revisor", Place.NATIONAL, Role.AUDITOR),
    SYD_ADMINISTRATOR("Siri Södergren", Place.OFFICE_SYD, Role.ADMINISTRATOR),
    NORD_LEAD("Lea Ledare", Place.OFFICE_NORD, Role.LEAD),
    SYD_LEAD("Lars Ledande", Place.OFFICE_SYD, Role.LEAD),
    MUNICIPALITY_CASEWORKER("Siv Socialsson", Place.MUNICIPALITY, Role.CASEWORKER),
    SHELTER_CASEWORKER("Hanna Hamn", Place.SHELTER, Role.CASEWORKER),
    POLICE_CASEWORKER("Pia Polisdotter", Place.POLICE, Role.CASEWORKER),
    NATIONAL_COORDINATOR("Nora Nationell", Place.NATIONAL, Role.COORDINATOR),
    RETURN_CASEWORKER("Ruth Resman", Place.RETURN_OPERATOR, Role.CASEWORKER),
    RETURN_LEAD("Rolf Reseledare", Place.RETURN_OPERATOR, Role.LEAD),
    PROGRAMME_CASEWORKER("Petra Programsson", Place.PROGRAMME, Role.CASEWORKER),
    PROGRAMME_LEAD("Pelle Programledare", Place.PROGRAMME, Role.LEAD),
    PLATFORM_COORDINATOR("Pia Plattform", Place.PLATFORM, Role.COORDINATOR);

    /// The organisations that tests are about.
    public enum Place {
        NATIONAL("Nationella samordningen (prov)", OrganisationKind.NATIONAL_COORDINATION, null),
        OFFICE_NORD("Regionkoordinator Nord (prov)", OrganisationKind.REGIONAL_COORDINATION, "nord"),
        OFFICE_SYD("Regionkoordinator Syd (prov)", OrganisationKind.REGIONAL_COORDINATION, "syd"),
        NGO("Föreningen Bron (prov)", OrganisationKind.NGO, null),
        MUNICIPALITY("Socialtjänsten i Umeå (prov)", OrganisationKind.SOCIAL_SERVICES, null),
        SHELTER("Skyddat boende Hamnen (prov)", OrganisationKind.SHELTER, null),
        POLICE("Gränspolisen Nord (prov)", OrganisationKind.POLICE, "nord"),
        RETURN_OPERATOR("Återvändandebyrån (prov)", OrganisationKind.RETURN_OPERATOR, null),
        PROGRAMME("Programkontoret (prov)", OrganisationKind.PROGRAMME_OFFICE, null),
        PLATFORM("Plattformen (prov)", OrganisationKind.CIVIL_PLATFORM, null);

        private final String title;
        private final OrganisationKind kind;
        private final String region;

        Place(String title, OrganisationKind kind, String region) {
            this.title = title;
            this.kind = kind;
            this.region = region;
        }

        public OrganisationId id() {
            return new OrganisationId(new UUID(0x1ed0L, ordinal() + 1L));
        }

        public OrganisationKind kind() {
            return kind;
        }
    }

    private final String name;
    private final Place place;
    private final Role role;

    Personas(String name, Place place, Role role) {
        this.name = name;
        this.place = place;
        this.role = role;
    }

    public MemberId id() {
        return new MemberId(new UUID(0x1ed1L, ordinal() + 1L));
    }

    public String login() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '.') + "@example.org";
    }

    public Place place() {
        return place;
    }

    public Role role() {
        return role;
    }

    /// Everything the persona may do, ready to be bound: `NORD_COORDINATOR.acting().call(() -> …)`.
    public Acting acting() {
        return new Acting(place.id(), id(), Right.of(place.kind, Set.of(role)));
    }

    static void arrive() {
        for (Place place : Place.values()) {
            TestInstallation.owner()
                    .sql(
                            "insert into organisations.organisation (id, name, kind, region, created_at) values (?, ?, ?, ?, now())"
                                    + " on conflict do nothing")
                    .params(java.util.Arrays.asList(place.id().value(), place.title, place.kind.name(), place.region))
                    .update();
        }
        // The association and the shelter are members of the platform.
        for (Place member : List.of(Place.NGO, Place.SHELTER)) {
            TestInstallation.owner()
                    .sql("insert into surveys.participant (organisation, platform, label, joined_at)"
                            + " values (?, ?, ?, now()) on conflict do nothing")
                    .params(List.of(
                            member.id().value(),
                            Place.PLATFORM.id().value(),
                            member == Place.NGO ? "ORG-01" : "ORG-02"))
                    .update();
        }
        for (Personas persona : values()) {
            TestInstallation.owner()
                    .sql("insert into organisations.member (id, organisation, login, name, roles, created_at)"
                            + " values (?, ?, ?, ?, array[?], now()) on conflict do nothing")
                    .params(List.of(
                            persona.id().value(),
                            persona.place.id().value(),
                            persona.login(),
                            persona.name,
                            persona.role.name()))
                    .update();
        }
        String hash = new org.springframework.security.crypto.argon2.Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)
                .encode(SigningIn.PASSWORD);
        for (Personas persona : values()) {
            TestInstallation.owner()
                    .sql("insert into access.credential (member_id, organisation, password_hash, changed_at)"
                            + " values (?, ?, ?, now()) on conflict do nothing")
                    .params(List.of(persona.id().value(), persona.place.id().value(), hash))
                    .update();
        }
    }
}
