package se.ledfyr.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.ScratchDatabase;

/// The figures of the chairs view are kept beside the work, and are what counting everything anew would
/// give, whatever is done to cases, in whatever order, by several at the same moment, while the sums
/// are carried on.
@HouseTest
class ChairsPropertyTests {

    private static final int CASES = 150;
    private static final int HANDS = 3;
    private static final int ACTS = 1_000;
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String TALLY = "select handover.tally_up({0}, timestamptz '2026-11-22 09:00Z')";

    @Test
    void theKeptFiguresAreTheSlowOnes() throws Exception {
        try (ScratchDatabase database = prepared()) {
            List<String> done = actWhileSumsAreCarriedOn(database);
            tally(database);

            assertThat(done)
                    .contains(
                            "open", "offer", "offer a need", "accept", "decline", "need", "measure", "settle", "child")
                    .contains("own case", "contact", "take over", "close", "reopen", "correct", "strike a measure")
                    .hasSizeGreaterThan(ACTS);
            assertThat(database.owner().fetch("select * from trial.difference")).isEmpty();
            for (LocalDate today : someDays()) {
                ChairsFigures slow = count(database, sql -> SlowChairs.count(sql, NOW, today, 14));
                assertThat(slow.waiting()).isNotEmpty();
                assertThat(slow.declined()).isNotEmpty();
                assertThat(slow.toHelp().people()).isPositive();
                assertThat(slow.toHelp().stillWaiting()).isPositive();
                assertThat(slow.toResponsibility().stillWaiting()).isPositive();
                assertThat(slow.withoutSocialServices()).isNotEmpty();
                assertThat(count(database, sql -> new ChairsQueries().count(sql, NOW, today, 14)))
                        .isEqualTo(slow);
            }
        }
    }

    /// The twin: without any one of the notes the sums go wrong, and the comparison sees it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "casework.case_file count_again",
                "casework.holding count_again",
                "handover.offer count_again",
                "handover.offer count_again_changed",
                "needs.need count_again",
                "needs.need count_again_changed",
                "needs.child count_again",
                "needs.contact count_again"
            })
    void withoutANoteTheSumsGoWrong(String trigger) throws Exception {
        String[] named = trigger.split(" ");
        try (ScratchDatabase database = prepared()) {
            act(database, new Random(1), 200);
            tally(database);
            assertThat(database.owner().fetch("select * from trial.difference")).isEmpty();

            database.owner().execute("alter table %s disable trigger %s".formatted(named[0], named[1]));
            Random random = new Random(2);
            int rounds = 0;
            do {
                act(database, random, 50);
                tally(database);
                rounds++;
            } while (database.owner().fetch("select * from trial.difference").isEmpty() && rounds < 20);

            assertThat(database.owner().fetch("select * from trial.difference")).isNotEmpty();
        }
    }

    @Test
    void onlyWhoMayReadTheCountrySeesTheSums() throws Exception {
        try (ScratchDatabase database = prepared()) {
            act(database, new Random(3), 200);
            tally(database);
            try (Connection bound = database.statistics(true);
                    Connection unbound = database.statistics(false);
                    Connection office = database.application("")) {
                assertThat(sums(bound)).isPositive();
                assertThat(sums(unbound)).isZero();
                assertThat(Stream.of("tally", "counted", "recount", "to_count", "tallied")
                                .filter(table -> mayRead(office, table)))
                        .isEmpty();
                assertThat(Stream.of("counted", "recount").filter(table -> mayRead(bound, table)))
                        .isEmpty();
            }
        }
    }

    private static long sums(Connection connection) {
        return Objects.requireNonNull(DSL.using(connection, SQLDialect.POSTGRES)
                .fetchSingle("select count(*) from handover.tally")
                .get(0, Long.class));
    }

    private static boolean mayRead(Connection connection, String table) {
        return Objects.requireNonNull(DSL.using(connection, SQLDialect.POSTGRES)
                .fetchSingle("select has_any_column_privilege('handover.' || ?, 'SELECT')", table)
                .get(0, Boolean.class));
    }

    private static List<LocalDate> someDays() {
        return List.of(
                LocalDate.of(2026, 11, 22),
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 10, 31),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2027, 2, 28));
    }

    private interface Counting {
        ChairsFigures by(DSLContext sql);
    }

    /// As the statistics role. The kept figures say when they held everything, which the test has said
    /// was `NOW`.
    private static ChairsFigures count(ScratchDatabase database, Counting counting) throws SQLException {
        try (Connection connection = database.statistics(true)) {
            return counting.by(DSL.using(connection, SQLDialect.POSTGRES));
        }
    }

    private static ScratchDatabase prepared() throws IOException {
        ScratchDatabase database = ScratchDatabase.make();
        try (InputStream trial =
                Objects.requireNonNull(ChairsPropertyTests.class.getResourceAsStream("/handover/chairs-trial.sql"))) {
            String all = new String(trial.readAllBytes(), StandardCharsets.UTF_8);
            database.owner().connection(owner -> owner.createStatement().execute(all));
        }
        database.owner().execute("call trial.people({0})", DSL.inline(CASES));
        return database;
    }

    private static void tally(ScratchDatabase database) {
        assertThat(database.owner().fetchSingle(TALLY, DSL.inline(1_000_000)).get(0, Boolean.class))
                .isTrue();
    }

    /// Several act, two carry on the sums a few notes at a time, until all have acted.
    private static List<String> actWhileSumsAreCarriedOn(ScratchDatabase database) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<String> done = new ArrayList<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> acting = new ArrayList<>();
            for (int hand = 0; hand < HANDS; hand++) {
                Random random = new Random(hand);
                acting.add(together.submit(() -> act(database, random, ACTS)));
            }
            List<Future<?>> carrying = new ArrayList<>();
            for (int hand = 0; hand < 2; hand++) {
                carrying.add(together.submit(() -> carryOn(database, over)));
            }
            try {
                for (Future<List<String>> one : acting) {
                    done.addAll(one.get());
                }
            } finally {
                over.set(true);
            }
            for (Future<?> one : carrying) {
                one.get();
            }
        }
        return done;
    }

    private static Void carryOn(ScratchDatabase database, AtomicBoolean over) throws Exception {
        try (Connection connection = database.connect()) {
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            while (!over.get()) {
                sql.fetchSingle(TALLY, DSL.inline(5));
                Thread.sleep(1);
            }
        }
        return null;
    }

    /// Acts a few in a transaction; one in ten is taken back, and so is one that waits for another in a ring.
    private static List<String> act(ScratchDatabase database, Random random, int acts) throws SQLException {
        List<String> done = new ArrayList<>();
        try (Connection connection = database.connect()) {
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            sql.execute("set role ledfyr_owner");
            connection.setAutoCommit(false);
            int tried = 0;
            while (tried < acts) {
                int first = 1 + random.nextInt(CASES);
                int more = random.nextInt(4);
                tried += 1 + more;
                try {
                    List<String> names = sql.fetch(
                                    "select act from trial.acts(?, ?, ?)", first, first + more, random.nextDouble())
                            .getValues(0, String.class);
                    if (random.nextInt(10) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        done.addAll(names);
                    }
                } catch (DataAccessException | SQLException refused) {
                    connection.rollback();
                }
            }
        }
        return done;
    }
}
