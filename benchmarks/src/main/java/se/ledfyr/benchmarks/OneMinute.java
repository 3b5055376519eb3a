package se.ledfyr.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.ledfyr.installation.DataFolder;

/// Ten thousand clocks that are due in the same minute: how long until each has been dealt with, and whether each was
/// dealt with once, also when the program is killed in the middle.
final class OneMinute {

    private static final int CLOCKS = 10_000;
    private static final double LIMIT = 60;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private final Path data;
    private final Report report;
    private long notedBefore;

    private OneMinute(Path data, Report report) {
        this.data = data;
        this.report = report;
    }

    static void measure(Path data, Report report) throws IOException, InterruptedException {
        new OneMinute(data, report).measure();
    }

    private void measure() throws IOException, InterruptedException {
        try (Program program = Program.run(data)) {
            long start = setClocks();
            awaitHandled(CLOCKS);
            add("10,000 clocks due at once", start, program.heap().toString());
        }
        Program doomed = Program.run(data);
        long start = setClocks();
        awaitHandled(CLOCKS / 2);
        doomed.kill();
        try (Program next = Program.run(data)) {
            long left = CLOCKS - handled();
            awaitHandled(CLOCKS);
            add("the same, killed half-way and started anew", start, "%,d were left".formatted(left));
        }
    }

    private void add(String what, long start, String more) {
        double seconds = (System.nanoTime() - start) / 1e9;
        long letters = count("select count(*) from deadlines.letter");
        report.add(what, LIMIT, "s", seconds, more);
        report.add(
                "letters and audit entries too many or too few",
                0,
                "",
                Math.abs(CLOCKS - letters) + Math.abs(CLOCKS - (noted() - notedBefore)),
                "");
    }

    private long noted() {
        return count("select coalesce(sum(cardinality(subjects)), 0) from audit.entry where action = 'CLOCK_DUE'");
    }

    /// @return when they are due
    private long setClocks() {
        UUID organisation = UUID.randomUUID();
        UUID member = UUID.randomUUID();
        JdbcClient database = database();
        database.sql("insert into organisations.organisation (id, name, kind, created_at) values (?, ?, 'NGO', now())")
                .params(organisation, "Förening " + organisation)
                .update();
        database.sql("insert into organisations.member (id, organisation, login, name, roles, created_at)"
                        + " values (?, ?, ?, 'Prov', array['CASEWORKER'], now())")
                .params(member, organisation, member + "@example.org")
                .update();
        database.sql("delete from deadlines.clock").update();
        database.sql("delete from deadlines.letter").update();
        notedBefore = noted();
        database.sql("""
                        insert into deadlines.clock (id, organisation, kind, subject_kind, subject, member, path, set_at,
                                                     due_at, next_at)
                        select gen_random_uuid(), ?, 'follow_up', 'CASE', gen_random_uuid(), ?, '/deadlines', now(),
                               now(), now()
                        from generate_series(1, ?)
                        """).params(organisation, member, CLOCKS).update();
        return System.nanoTime();
    }

    private void awaitHandled(int wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (handled() < wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only %,d clocks were dealt with".formatted(handled()));
            }
            Thread.sleep(20);
        }
    }

    private long handled() {
        return count("select count(*) from deadlines.clock where handled_at is not null");
    }

    private long count(String query) {
        return database().sql(query).query(Long.class).single();
    }

    /// The superuser's view of the database of the installation, which may be another one after a start.
    private JdbcClient database() {
        try {
            List<String> running = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            String password = new String(
                    DataFolder.at(data).secret("postgres.secret").orElseThrow(), StandardCharsets.US_ASCII);
            return JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://localhost:%s/postgres".formatted(running.get(3).strip()), "postgres", password));
        } catch (IOException e) {
            throw new IllegalStateException("The database is not running", e);
        }
    }
}
