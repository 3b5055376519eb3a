package se.ledfyr.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import se.ledfyr.installation.ScratchDatabase;

/// Every open case has exactly one accountable holder at every instant of its life, whatever happens to
/// it and in whatever order, while several organisations act at the same moment and a careless hand
/// writes past the functions.
///
/// A sequence is a case: it is opened by somebody and then acted upon at random by four organisations
/// on four connections, which walk through the cases side by side so that they meet at the same ones.
/// `trial.sql` has the acts and the rule.
class HolderPropertyTests {

    private static final int CASES = 100_000;
    private static final int AT_ONCE = 3;
    private static final int ROUNDS = 2;
    private static final int IN_ONE_TRANSACTION = 50;
    private static final int CARELESS_ONE_IN = 10;
    private static final long SEED = 20_261_122L;

    @Test
    void everyOpenCaseHasOneHolderAtEveryInstant() throws Exception {
        try (ScratchDatabase database = prepared(CASES)) {
            Outcome outcome = act(database, CASES);

            assertThat(faults(database)).isEmpty();
            assertThat(outcome.broken()).as("acts that broke").isZero();
            assertThat(outcome.done())
                    .hasSize(9)
                    .allSatisfy((act, times) -> assertThat(times).as(act).isGreaterThan(CASES / 20));
            assertThat(outcome.done().get("accept")).isGreaterThan(CASES / 4);
            assertThat(outcome.refused()).as("too late, or nobody's to do").isGreaterThan(CASES / 10);
            assertThat(outcome.carelessTried()).isGreaterThan(CASES / 100);
            assertThat(outcome.carelessRefused()).isEqualTo(outcome.carelessTried());
            assertThat(database.owner().fetchValue("select count(*) from casework.case_file"))
                    .isEqualTo((long) CASES);
        }
    }

    /// The twin: the same acts without the constraints leave cases with two holders and with none.
    @Test
    void withoutTheConstraintsTheSameActsBreakTheRule() throws Exception {
        int few = 2_000;
        try (ScratchDatabase database = prepared(few)) {
            database.owner().execute("call trial.without_constraints()");

            Outcome outcome = act(database, few);

            assertThat(faults(database))
                    .contains(
                            "two holders at once",
                            "open without a holder or held while closed",
                            "state and holder do not fit");
            assertThat(outcome.carelessRefused()).isLessThan(outcome.carelessTried());
        }
    }

    /// @param refused acts that came too late or were nobody's to do
    private record Outcome(
            Map<String, Integer> done, int refused, int broken, int carelessTried, int carelessRefused) {}

    private static ScratchDatabase prepared(int cases) throws IOException {
        ScratchDatabase database = ScratchDatabase.make();
        try (InputStream trial =
                Objects.requireNonNull(HolderPropertyTests.class.getResourceAsStream("/casework/trial.sql"))) {
            String all = new String(trial.readAllBytes(), StandardCharsets.UTF_8);
            database.owner().connection(owner -> owner.createStatement().execute(all));
        }
        database.owner().execute("call trial.people({0})", DSL.inline(cases));
        database.owner().execute("analyze people.person");
        return database;
    }

    private static List<String> faults(ScratchDatabase database) {
        return database.owner()
                .fetch("select what from trial.fault group by what order by what")
                .getValues(0, String.class);
    }

    private static Outcome act(ScratchDatabase database, int cases) throws Exception {
        List<Future<List<Record>>> acting = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int hand = 0; hand < AT_ONCE; hand++) {
                Random random = new Random(SEED + hand);
                boolean careless = hand == 0;
                acting.add(together.submit(() -> walk(database, cases, random, careless)));
            }
        }
        Map<String, Integer> done = new TreeMap<>();
        int[] sums = new int[4];
        for (Future<List<Record>> one : acting) {
            for (Record row : one.get()) {
                if (row.field("done") != null) {
                    done.merge(row.get("act", String.class), number(row, "done"), Integer::sum);
                }
                sums[0] += number(row, "refused");
                sums[1] += number(row, "broken");
                sums[2] += number(row, "careless");
                sums[3] += number(row, "stopped");
            }
        }
        return new Outcome(done, sums[0], sums[1], sums[2], sums[3]);
    }

    private static int number(Record row, String field) {
        Integer number = row.field(field) == null ? null : row.get(field, Integer.class);
        return number == null ? 0 : number;
    }

    private static List<Record> walk(ScratchDatabase database, int cases, Random random, boolean careless)
            throws SQLException {
        List<Record> answers = new ArrayList<>();
        try (Connection connection = database.application("")) {
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            sql.execute("set synchronous_commit = off");
            for (int round = 0; round < ROUNDS; round++) {
                for (int first = 1; first <= cases; first += IN_ONE_TRANSACTION) {
                    int last = Math.min(first + IN_ONE_TRANSACTION - 1, cases);
                    answers.addAll(sql.fetch("select * from trial.round(?, ?, ?)", first, last, random.nextDouble()));
                    connection.commit();
                    if (careless && random.nextInt(CARELESS_ONE_IN) == 0) {
                        answers.addAll(database.owner()
                                .fetch(
                                        "select * from trial.careless(?, ?, ?)",
                                        first,
                                        Math.min(first + 9, last),
                                        random.nextDouble()));
                    }
                }
            }
        }
        return answers;
    }
}
