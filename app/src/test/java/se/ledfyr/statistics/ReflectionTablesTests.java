package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The report on reflection periods: what was applied for and how it was decided, what followed, and why
/// nobody applied.
class ReflectionTablesTests {

    private static Register register;

    @BeforeAll
    static void writeTheYearsDown() {
        register = new Register();
        new Grants(register).addReflection(Register.reference("reflection_periods.csv"));
        apply("nord", "social_board", true, "2024-03-01", "APPLIED", null);
        apply("nord", "social_board", false, "2024-04-01", "GRANTED", "nothing");
        apply("syd", "lead_investigator", false, "2024-05-01", "GRANTED", "witness_permit");
        apply("syd", "social_board", true, "2024-06-01", "REFUSED", null);
        apply("syd", "social_board", true, "2024-07-01", "STRUCK", null);
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @Test
    void applicationsAreCountedWhetherTheyCameByWorkOrByFile() {
        List<String> lines = lines("reflection_applications");

        assertThat(lines)
                .contains(
                        "2024,social_board,applied,cases,3",
                        "2024,social_board,granted,cases,1",
                        "2024,social_board,refused,cases,1",
                        "2024,social_board,waiting,cases,1",
                        "2024,social_board,via_coordinator,cases,2",
                        "2024,lead_investigator,applied,cases,1",
                        "2024,lead_investigator,via_coordinator,cases,0",
                        "2024,all,applied,cases,4");
        assertThat(lines).as("from the file").contains("2023,all,waiting,cases,0");
    }

    @Test
    void whatFollowedIsCountedAndSilenceIsNotStated() {
        assertThat(lines("reflection_followed"))
                .contains(
                        "2024,nothing,persons,1",
                        "2024,witness_permit,persons,1",
                        "2024,not_stated,persons,0",
                        "2024,all,persons,2",
                        "2023,not_stated,persons,22");
    }

    /// Two organisations have had the case; the person is counted once, as the last of them has it.
    @Test
    void whoNobodyAppliedForIsCountedOnce() {
        UUID theCase = UUID.randomUUID();
        register.sql()
                .transaction(all -> all.dsl()
                        .execute(
                                """
                with c as (insert into casework.case_file (id, opened_by_organisation, opened_at, region, route, identified_on)
                           values (?, ?, now(), 'nord', 'adult', '2024-01-01') returning id),
                     s as (insert into casework.open_spell (case_id, during) select id, tstzrange(now(), null) from c),
                     d as (insert into casework.dossier (case_id, organisation, person_id, created_at)
                           select c.id, p.organisation, p.id, now() from c,
                                  (select distinct on (organisation) organisation, id from people.person
                                   where organisation in (?, ?) order by organisation, id) p
                           returning organisation)
                insert into casework.holding (case_id, during, organisation, duty)
                select c.id, tstzrange(now(), null), ?, 'duty' from c
                """,
                                theCase,
                                Register.office("nord"),
                                Register.office("nord"),
                                Register.office("syd"),
                                Register.office("nord")));
        say(theCase, "nord", "too_late", "2024-02-01");
        say(theCase, "syd", "person_declined", "2024-03-01");

        assertThat(lines("reflection_none"))
                .contains("2024,person_declined,persons,1", "2024,too_late,persons,0", "2024,all,persons,1");
    }

    /// The twin: a table that did not look would say the same before and after.
    @Test
    void oneChangedRecordIsSeen() {
        List<String> before = lines("reflection_followed");

        register.sql().execute("""
                update permits.application set followed = 'nsp', version = version + 1 where followed = 'nothing'
                """);

        assertThat(before).contains("2024,nothing,persons,1");
        assertThat(lines("reflection_followed")).contains("2024,nothing,persons,0", "2024,nsp,persons,1");
        register.sql().execute("""
                update permits.application set followed = 'nothing', version = version + 1 where followed = 'nsp'
                """);
    }

    @Test
    void nobodyBoundCountsNothing() {
        for (String id : List.of("reflection_applications", "reflection_followed", "reflection_none")) {
            assertThat(Register.evaluate(register.database().statistics(false), register.table(id), Selection.ALL))
                    .isEmpty();
        }
    }

    /// Without the name of the table that every line begins with.
    private static List<String> lines(String id) {
        return Register.lines(id, register.national(id)).stream()
                .map(line -> line.substring(id.length() + 1))
                .toList();
    }

    private static void say(UUID theCase, String who, String cause, String on) {
        register.sql().execute("""
                insert into permits.not_applied (id, organisation, case_id, person_id, cause, noted_on, noted_at)
                select gen_random_uuid(), d.organisation, d.case_id, d.person_id, ?, ?::date, ?::date
                from casework.dossier d where d.case_id = ? and d.organisation = ?
                """, cause, on, on, theCase, Register.office(who));
    }

    private static void apply(
            String region,
            String applicant,
            boolean helped,
            String on,
            String state,
            @org.jspecify.annotations.Nullable String followed) {
        UUID id = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        UUID office = Register.office(region);
        register.sql()
                .execute(
                        "insert into people.person (id, organisation, created_at) values (?, ?, now())",
                        person,
                        office);
        register.sql().execute("""
                insert into permits.application (id, by_organisation, office, applicant, region, helped, sex, applied_on, made_at,
                                                 changed_at)
                values (?, ?, ?, ?, ?, ?, 'female', ?::date, now(), now())
                """, id, office, office, applicant, region, helped, on);
        register.sql()
                .execute(
                        "insert into permits.own_file (application_id, organisation, person_id) values (?, ?, ?)",
                        id,
                        office,
                        person);
        if (!state.equals("APPLIED")) {
            String days = state.equals("GRANTED") ? "applied_on" : "null::date";
            register.sql().execute("""
                            update permits.application set state = ?, decided_on = applied_on, start_on = %1$s,
                                first_end_on = %1$s + 30, end_on = %1$s + 30, followed = ?::text,
                                answered_on = case when ?::text is null then null else applied_on end, version = 2
                            where id = ?
                            """.formatted(days), state, followed, followed, id);
        }
    }
}
