package se.ledfyr.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;

/// The organisations of the demo country. All are invented.
enum DemoOffice {
    NATIONAL("Nationella samordningen (demo)", OrganisationKind.NATIONAL_COORDINATION, null, null),
    NORD("Regionkoordinator Nord", OrganisationKind.REGIONAL_COORDINATION, "nord", null),
    MITT("Regionkoordinator Mitt", OrganisationKind.REGIONAL_COORDINATION, "mitt", null),
    BERGSLAGEN("Regionkoordinator Bergslagen", OrganisationKind.REGIONAL_COORDINATION, "bergslagen", null),
    STOCKHOLM("Regionkoordinator Stockholm", OrganisationKind.REGIONAL_COORDINATION, "stockholm", null),
    OST("Regionkoordinator Öst", OrganisationKind.REGIONAL_COORDINATION, "ost", null),
    VAST("Regionkoordinator Väst", OrganisationKind.REGIONAL_COORDINATION, "vast", null),
    SYD("Regionkoordinator Syd", OrganisationKind.REGIONAL_COORDINATION, "syd", null),
    SOCIAL_SERVICES("Socialtjänsten i Umeå (demo)", OrganisationKind.SOCIAL_SERVICES, null, "2480"),
    POLICE("Gränspolisen Nord (demo)", OrganisationKind.POLICE, "nord", null),
    MIGRATION("Migrationsenheten (demo)", OrganisationKind.MIGRATION_AGENCY, null, null),
    PROSECUTOR("Åklagarkammaren (demo)", OrganisationKind.PROSECUTOR, null, null),
    NGO("Föreningen Fyrskenet (demo)", OrganisationKind.NGO, null, null),
    PROGRAMME("Programkontoret (demo)", OrganisationKind.PROGRAMME_OFFICE, null, null),
    RETURNS("Återvändandebyrån (demo)", OrganisationKind.RETURN_OPERATOR, null, null),
    SHELTER("Skyddat boende Hamnen (demo)", OrganisationKind.SHELTER, null, null),
    PLATFORM("Plattformen Civila (demo)", OrganisationKind.CIVIL_PLATFORM, null, null),
    CROSSROADS("Mötesplatsen Vägskälet (demo)", OrganisationKind.NGO, null, null),
    WORKERS("Arbetarjouren (demo)", OrganisationKind.NGO, null, null),
    WOMEN("Kvinnojouren Lyktan (demo)", OrganisationKind.SHELTER, null, null),
    OPEN_DOOR("Församlingshuset Öppna dörren (demo)", OrganisationKind.NGO, null, null),
    LAWYERS("Juristjouren Vågen (demo)", OrganisationKind.NGO, null, null);

    private final String title;
    private final OrganisationKind kind;
    private final @Nullable String region;
    private final @Nullable String municipality;

    DemoOffice(String title, OrganisationKind kind, @Nullable String region, @Nullable String municipality) {
        this.title = title;
        this.kind = kind;
        this.region = region;
        this.municipality = municipality;
    }

    OrganisationId id() {
        return new OrganisationId(demoId(name()));
    }

    String title() {
        return title;
    }

    Organisation organisation() {
        return new Organisation(id(), title, kind, region, municipality);
    }

    /// The same in every demo, so that a link from one works in the next.
    static UUID demoId(String name) {
        return UUID.nameUUIDFromBytes(("ledfyr demo " + name).getBytes(StandardCharsets.UTF_8));
    }
}
