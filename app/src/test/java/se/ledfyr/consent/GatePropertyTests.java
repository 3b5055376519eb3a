package se.ledfyr.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.ScratchDatabase;

/// Whoever gets past the application still meets the database: nothing leaves without a live consent, a ground of that
/// day or a lead's override. Random courses of recording, withdrawing, waiting and trying to share, written straight
/// into the tables as the application's role, against a model that knows what should have been let through.
@HouseTest
class GatePropertyTests {

    private static final int COURSES = 150;
    private static final int STEPS = 30;

    @SuppressWarnings("NullAway.Init")
    private static ScratchDatabase database;

    @BeforeAll
    static void open() {
        database = ScratchDatabase.make();
        GateCourse.prepare(database.owner());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void nothingLeavesWithoutALiveConsentAGroundOrAnOverride() throws SQLException {
        GateCourse.Tally tally = run();

        assertThat(tally.leaks()).as("let through and should not have been").isZero();
        assertThat(tally.refusedWrongly())
                .as("refused and should have been let through")
                .isZero();
        // The test means something only when both happen often.
        assertThat(tally.letThrough()).isGreaterThan(150);
        assertThat(tally.refused()).isGreaterThan(150);
    }

    /// The twin: without the gate's trigger the same courses find leaks.
    @Test
    void withoutTheGateTheSameCoursesFindLeaks() throws SQLException {
        without("pass_the_gate", "consent.share");
    }

    /// The other twin: without the trigger on parcels, those that nobody recorded leave.
    @Test
    void withoutTheRuleOnParcelsTheyLeaveUnrecorded() throws SQLException {
        without("parcel_was_let_through", "people.parcel");
    }

    private static void without(String trigger, String table) throws SQLException {
        database.owner().execute("alter table %s disable trigger %s".formatted(table, trigger));
        try {
            assertThat(run().leaks()).isPositive();
        } finally {
            database.owner().execute("alter table %s enable trigger %s".formatted(table, trigger));
        }
    }

    private static GateCourse.Tally run() throws SQLException {
        Random random = new Random(20_261_122);
        GateCourse.Tally sum = new GateCourse.Tally(0, 0, 0, 0);
        try (Connection connection =
                database.application(GateCourse.SENDER.value().toString())) {
            for (int i = 0; i < COURSES; i++) {
                sum = sum.plus(new GateCourse(connection, random).run(STEPS));
            }
        }
        return sum;
    }
}
