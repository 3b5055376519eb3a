package se.ledfyr.routes;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// Things that belong to the office Syd and to nobody else.
record ThingsOfSyd(
        String member,
        String registration,
        String event,
        String openCase,
        String offer,
        String batch,
        LedgerOfSyd ledger,
        ReturnsOfSyd returns) {

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
        UUID openCase = UUID.randomUUID();
        openCase(openCase, syd, person);
        UUID offer = UUID.randomUUID();
        UUID batch = UUID.randomUUID();
        offer(offer, batch, syd, openCase);
        return new ThingsOfSyd(
                member.toString(),
                registration.toString(),
                event.toString(),
                openCase.toString(),
                offer.toString(),
                batch.toString(),
                LedgerOfSyd.make(syd, person),
                ReturnsOfSyd.make(syd, event));
    }

    private static void register(UUID id, UUID office, UUID person, LocalDate day) {
        insert("""
                insert into casework.registration (id, organisation, person_id, registered_on, region, sex, age_group,
                                                   referred_by, created_at, changed_at)
                values (?, ?, ?, ?, 'syd', 'female', 'adult', 'police', now(), now())
                """, id, office, person, day);
    }

    /// In one statement, because the case and its holder are looked at together.
    private static void openCase(UUID id, UUID office, UUID person) {
        insert("""
                with the_case as (
                    insert into casework.case_file (id, opened_by_organisation, opened_at, region, route, identified_on)
                    values (?, ?, now(), 'syd', 'adult', current_date) returning id, opened_by_organisation as office),
                mine as (
                    insert into casework.dossier (case_id, organisation, person_id, created_at)
                    select id, office, ?, now() from the_case),
                spell as (
                    insert into casework.open_spell (case_id, during) select id, tstzrange(now(), null) from the_case)
                insert into casework.holding (case_id, during, organisation, duty)
                select id, tstzrange(now(), null), office, 'duty' from the_case
                """, id, office, person);
    }

    /// To an organisation in which nobody works, so that it is there for Syd alone.
    private static void offer(UUID id, UUID batch, UUID office, UUID openCase) {
        UUID receiver = UUID.randomUUID();
        insert(
                "insert into organisations.organisation (id, name, kind, created_at) values (?, ?, 'NGO', now())",
                receiver,
                "Ingen arbetar här " + receiver);
        insert(
                """
                insert into handover.offer (id, batch, from_organisation, to_organisation, case_id, acute, route, region, rule,
                                            offered_at, offered_by, half_at, answer_by)
                values (?, ?, ?, ?, ?, false, 'adult', 'syd', 'answer_other', now(), ?, now() + interval '7 days',
                        now() + interval '14 days')
                """,
                id,
                batch,
                office,
                receiver,
                openCase,
                Personas.SYD_COORDINATOR.id().value());
    }

    private static void insert(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
