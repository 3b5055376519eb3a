package se.ledfyr.routes;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// Things that belong to the office Syd and to nobody else.
record ThingsOfSyd(String member, String registration, String event) {

    /// A year in which nobody else registers anybody.
    static final int OLD_YEAR = 1999;

    /// Another such year, which has been closed.
    static final int CLOSED_YEAR = 1998;

    static ThingsOfSyd make() {
        UUID syd = Personas.SYD_COORDINATOR.place().id().value();
        UUID member = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        UUID registration = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        insert("""
                insert into organisations.member (id, organisation, login, name, roles, created_at)
                values (?, ?, ?, 'Någon Annan', array['CASEWORKER'], now())
                """, member, syd, member + "@example.org");
        insert("insert into people.person (id, organisation, created_at) values (?, ?, now())", person, syd);
        insert("""
                insert into casework.event (id, organisation, code, region, municipality_code, sector, referred_by,
                                            created_at)
                values (?, ?, ?, 'syd', '1280', 'cleaning', 'police', now())
                """, event, syd, "SYD-" + event.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT));
        register(registration, syd, person, LocalDate.now(ZoneOffset.UTC));
        register(UUID.randomUUID(), syd, person, LocalDate.of(OLD_YEAR, 3, 1));
        register(UUID.randomUUID(), syd, person, LocalDate.of(CLOSED_YEAR, 3, 1));
        insert(
                "insert into statistics.closed_year (year, closed_at, closed_by) values (?, now(), ?)"
                        + " on conflict do nothing",
                CLOSED_YEAR,
                Personas.NATIONAL_STATISTICIAN.id().value());
        return new ThingsOfSyd(member.toString(), registration.toString(), event.toString());
    }

    private static void register(UUID id, UUID office, UUID person, LocalDate day) {
        insert("""
                insert into casework.registration (id, organisation, person_id, registered_on, region, sex, age_group,
                                                   referred_by, created_at, changed_at)
                values (?, ?, ?, ?, 'syd', 'female', 'adult', 'police', now(), now())
                """, id, office, person, day);
    }

    private static void insert(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
