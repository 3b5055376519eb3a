package se.ledfyr.permits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.ScratchDatabase;

/// Times of permits and reflection periods that holders had set by hand before V0037, as an installation from
/// before it has them: the words of the migration, run on such rows.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovedTimesTests {

    private static final String MIGRATION = "/db/migration/permits/V0037__joined_cases.sql";

    private final UUID office = UUID.randomUUID();

    @SuppressWarnings("NullAway.Init")
    private ScratchDatabase database;

    /// One clock of the time before.
    private record Old(UUID clock, UUID file, UUID person) {}

    @SuppressWarnings("NullAway.Init")
    private Old permit;

    @SuppressWarnings("NullAway.Init")
    private Old reflection;

    @SuppressWarnings("NullAway.Init")
    private Old withApplication;

    @SuppressWarnings("NullAway.Init")
    private Old done;

    @SuppressWarnings("NullAway.Init")
    private Old rung;

    @SuppressWarnings("NullAway.Init")
    private Old followUp;

    @BeforeAll
    void move() throws IOException {
        database = ScratchDatabase.make();
        DSLContext sql = database.owner();
        sql.execute("set session_replication_role = replica");
        sql.execute(
                "insert into organisations.organisation (id, name, kind, region, created_at) values (?, 'Nord', 'REGIONAL_COORDINATION', 'nord', now())",
                office);
        permit = old("permit", "RUNNING", "2027-03-01 23:00+00");
        reflection = old("reflection_period", "RUNNING", "2026-12-24 23:00+00");
        withApplication = old("reflection_period", "RUNNING", "2026-12-20 23:00+00");
        done = old("permit", "STOPPED", "2026-11-01 23:00+00");
        rung = old("permit", "DUE", "2026-11-10 23:00+00");
        followUp = old("follow_up", "RUNNING", "2026-12-24 23:00+00");
        UUID application = UUID.randomUUID();
        sql.execute("""
                insert into permits.application (id, by_organisation, office, applicant, helped, region, sex, applied_on, state, decided_on,
                    start_on, first_end_on, end_on, made_at, made_by, changed_at)
                values (?, ?, ?, 'lead_investigator', true, 'nord', 'male', '2026-11-15', 'GRANTED', '2026-11-20', '2026-11-20',
                    '2026-12-20', '2026-12-20', now(), ?, now())
                """, application, office, office, UUID.randomUUID());
        sql.execute(
                "insert into permits.own_file (application_id, organisation, person_id, case_id) values (?, ?, ?, ?)",
                application,
                office,
                withApplication.person(),
                withApplication.file());
        sql.execute("set session_replication_role = origin");
        sql.execute(moving());
    }

    @AfterAll
    void close() {
        database.close();
    }

    /// What the migration says about these times, from the function to its call.
    private static String moving() throws IOException {
        try (InputStream file = MovedTimesTests.class.getResourceAsStream(MIGRATION)) {
            String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            String call = "select pg_temp.move_hand_set_times();";
            return all.substring(
                    all.indexOf("create function pg_temp.move_hand_set_times()"), all.indexOf(call) + call.length());
        }
    }

    private Old old(String kind, String stage, String due) {
        Old made = new Old(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        DSLContext sql = database.owner();
        sql.execute(
                "insert into people.person (id, organisation, created_at) values (?, ?, now())", made.person(), office);
        sql.execute(
                "insert into casework.dossier (case_id, organisation, person_id, created_at) values (?, ?, ?, now())",
                made.file(),
                office,
                made.person());
        sql.execute(
                """
                insert into deadlines.clock (id, organisation, kind, subject_kind, subject, case_id, path, set_at, due_at, stage, next_at,
                                             handled_at, done_at)
                values (?, ?, ?, 'CASE', ?, ?, ?, '2026-11-01', ?::timestamptz, ?, case when ? = 'RUNNING' then ?::timestamptz end,
                        case when ? = 'DUE' then now() end, case when ? = 'STOPPED' then now() end)
                """,
                made.clock(),
                office,
                kind,
                made.file(),
                made.file(),
                "/cases/" + made.file(),
                due,
                stage,
                stage,
                due,
                stage,
                stage);
        return made;
    }

    private String clock(Old one) {
        return String.valueOf(database.owner()
                .fetchValue(
                        "select kind || ' ' || subject_kind || ' ' || stage || ' ' || path from deadlines.clock where id = ?",
                        one.clock()));
    }

    private String permits(Old one) {
        return String.valueOf(database.owner()
                .fetchValue(
                        "select string_agg(kind || ' ' || coalesce(from_on::text, '-') || ' ' || to_on, ',') from permits.permit"
                                + " where person_id = ?",
                        one.person()));
    }

    @Test
    void aPermitWithALastDayStandsAmongThePermitsAndItsClockLeadsThere() {
        assertThat(permits(permit)).isEqualTo("kind_unknown - 2027-03-01");
        assertThat(clock(permit)).isEqualTo("permit_ends PERMIT RUNNING /cases/" + permit.file() + "#permits");
        assertThat(permits(rung)).as("it has rung and nobody was done with it").isEqualTo("kind_unknown - 2026-11-10");
        assertThat(clock(rung)).startsWith("permit_ends PERMIT DUE");
    }

    @Test
    void aReflectionPeriodThatNobodyAppliedForHereIsLeaveForATime() {
        assertThat(permits(reflection)).isEqualTo("temporary_other - 2026-12-24");
        assertThat(clock(reflection)).startsWith("permit_ends PERMIT RUNNING");
    }

    @Test
    void whereAnApplicationKnowsTheDayItsClockIsTheOne() {
        assertThat(permits(withApplication)).isEqualTo("null");
        assertThat(clock(withApplication)).startsWith("reflection_period CASE STOPPED");
    }

    @Test
    void whatWasDoneAndWhatIsSomethingElseStaysAsItWas() {
        assertThat(permits(done)).isEqualTo("null");
        assertThat(clock(done)).isEqualTo("permit CASE STOPPED /cases/" + done.file());
        assertThat(permits(followUp)).isEqualTo("null");
        assertThat(clock(followUp)).isEqualTo("follow_up CASE RUNNING /cases/" + followUp.file());
    }

    /// No time is moved twice, should the words be run again.
    @Test
    void everyTimeHasOnePermit() {
        assertThat(database.owner().fetchValue("select count(*) from permits.permit"))
                .isEqualTo(3L);
    }
}
