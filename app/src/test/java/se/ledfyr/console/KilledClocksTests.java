package se.ledfyr.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.ledfyr.installation.Installation;

/// `ledfyr run` with many clocks due in the same minute, ended by the operating system in the middle of them.
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class KilledClocksTests {

    private static final int CLOCKS = 4_000;
    private static final int KILLS = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void whatIsKilledHalfWayLeavesEveryClockDealtWithOnce() throws Exception {
        Path data = folder.resolve("data");
        try (Installation installation = Installation.open(data, Map.of(), false)) {
            assertThat(installation.isDemo()).isFalse();
            Process first = start(data);
            waitUntilReady(first);
            JdbcClient database = OwnProcess.database(data);
            setClocks(database);
            killHalfWay(database, first);
            long before = handled(database);
            for (int kill = 1; kill < KILLS; kill++) {
                Process next = start(data);
                killHalfWay(database, next);
                assertThat(handled(database))
                        .as("the next one goes on where the last one died")
                        .isGreaterThan(before);
            }
            Process last = start(data);
            Instant end = Instant.now().plus(LONGEST_WAIT);
            while (handled(database) < CLOCKS && Instant.now().isBefore(end)) {
                Thread.sleep(100);
            }
            last.destroy();
            assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertEachOnce(database);
        }
    }

    private void assertEachOnce(JdbcClient database) throws IOException {
        assertThat(handled(database)).as(errors()).isEqualTo(CLOCKS);
        assertThat(count(database, "select count(*) from deadlines.clock where stage = 'DUE' and next_at is null"))
                .isEqualTo(CLOCKS);
        // What was done when a clock was due is there as often as the clock: one letter, one entry.
        assertThat(count(database, "select count(*) from deadlines.letter where text_key = 'deadlines.letter.due'"))
                .isEqualTo(CLOCKS);
        assertThat(count(database, """
                        select count(distinct upper(left(c.id::text, 8)))
                        from deadlines.clock c join deadlines.letter l on l.reference = upper(left(c.id::text, 8))
                        """))
                .isEqualTo(count(database, "select count(distinct left(id::text, 8)) from deadlines.clock"));
        assertThat(count(database, "select sum(cardinality(subjects)) from audit.entry where action = 'CLOCK_DUE'"))
                .isEqualTo(CLOCKS);
        assertThat(count(database, """
                        select count(distinct s) from audit.entry, unnest(subjects) s where action = 'CLOCK_DUE'
                        """)).isEqualTo(CLOCKS);
    }

    /// Ends the process at once when some clocks, and not all of them, have been dealt with.
    private static void killHalfWay(JdbcClient database, Process process) throws Exception {
        long before = handled(database);
        Instant end = Instant.now().plus(LONGEST_WAIT);
        while (handled(database) == before && process.isAlive() && Instant.now().isBefore(end)) {
            Thread.sleep(2);
        }
        process.destroyForcibly().waitFor();
        // A transaction that had reached its end is still finished by the database.
        Thread.sleep(300);
        assertThat(handled(database)).as("killed half-way").isBetween(before + 1, CLOCKS - 1L);
    }

    private void waitUntilReady(Process process) throws Exception {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        while (!Files.readString(folder.resolve("output")).contains("Ledfyr is ready")
                && process.isAlive()
                && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(Files.readString(folder.resolve("output"))).as(errors()).contains("Ledfyr is ready");
    }

    private Process start(Path data) throws IOException {
        return OwnProcess.start(
                OwnProcess.onDatabaseIn(data),
                folder.resolve("output"),
                "run",
                "--empty",
                "--port",
                "0",
                "--data",
                folder.resolve("node").toString());
    }

    private static void setClocks(JdbcClient database) {
        UUID organisation = UUID.randomUUID();
        UUID member = UUID.randomUUID();
        database.sql("insert into organisations.organisation (id, name, kind, region, created_at)"
                        + " values (?, 'Kontor Nord (prov)', 'REGIONAL_COORDINATION', 'nord', now())")
                .param(organisation)
                .update();
        database.sql("insert into organisations.member (id, organisation, login, name, roles, created_at)"
                        + " values (?, ?, 'prov@example.org', 'Prov Person', array['COORDINATOR'], now())")
                .params(member, organisation)
                .update();
        database.sql("""
                        insert into deadlines.clock (id, organisation, kind, subject_kind, subject, member, path, set_at,
                                                     due_at, next_at)
                        select gen_random_uuid(), ?, 'follow_up', 'CASE', gen_random_uuid(), ?, '/deadlines', now(),
                               now(), now()
                        from generate_series(1, ?)
                        """).params(organisation, member, CLOCKS).update();
    }

    private static long handled(JdbcClient database) {
        return count(database, "select count(*) from deadlines.clock where handled_at is not null");
    }

    private static long count(JdbcClient database, String query) {
        return database.sql(query).query(Long.class).single();
    }

    /// What the processes complained about, for the reader of a failed test.
    private String errors() throws IOException {
        Path errors = folder.resolve("errors");
        return Files.exists(errors) ? Files.readString(errors) : "";
    }
}
