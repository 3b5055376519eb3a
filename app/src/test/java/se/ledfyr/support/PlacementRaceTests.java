package se.ledfyr.support;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.programmes.GrantId;

/// A place is never given to two, however many ask at the same moment.
@HouseTest
class PlacementRaceTests {

    private static final int ASKING = 24;
    private static final int PLACES = 5;

    @Autowired
    TestSupport support;

    @Autowired
    Placements placements;

    @Autowired
    Homes homes;

    @Test
    void ofManyWhoAskForAPlaceAtOnceAsManyGetOneAsThereAre() throws Exception {
        HomeId home = support.home("ost", PLACES);
        LocalDate today = support.today();
        List<GrantId> people = new ArrayList<>();
        for (int i = 0; i < ASKING; i++) {
            people.add(support.granted("Samtidig " + i));
        }

        long got = atOnce(ASKING, i -> {
            try {
                PROGRAMME_CASEWORKER
                        .acting()
                        .run(() -> placements.place(people.get(i), home, today.plusDays(i % 3), today.plusDays(10)));
                return true;
            } catch (Clash clash) {
                assertThat(clash.what()).isEqualTo(Clash.What.NO_PLACE);
                return false;
            }
        });

        assertThat(got).isEqualTo(PLACES);
        assertThat(doubled("support.placement", "home_id = '" + home.value() + "' and struck_at is null"))
                .isZero();
        assertThat(PROGRAMME_CASEWORKER.acting().get(() -> homes.placesOf(home)))
                .hasSize(PLACES);
    }

    /// The rule is the database's: whoever goes round the programme is refused as well.
    @Test
    void theDatabaseItselfRefusesTheSecond() throws Exception {
        assertThat(bookedWithoutAsking(true)).isEqualTo(1);
    }

    /// The twin: without the rule, looking first and booking then gives one place to several.
    @Test
    void withoutTheRuleAPlaceIsGivenToSeveral() throws Exception {
        assertThat(bookedWithoutAsking(false)).isGreaterThan(1);
    }

    /// Everybody looks, sees that the place is free, and only then books it.
    private static long bookedWithoutAsking(boolean ruled) throws Exception {
        String table = "placement_twin_" + (ruled ? "ruled" : "bare");
        run("create table if not exists public." + table
                + " (home_id uuid, place_no int, arrives_on date, leaves_on date,"
                + " nights daterange generated always as (daterange(arrives_on, leaves_on)) stored)");
        try {
            if (ruled) {
                run("alter table public." + table
                        + " add exclude using gist (home_id with =, place_no with =, nights with &&)");
            }
            CyclicBarrier allHaveLooked = new CyclicBarrier(8);
            return atOnce(8, i -> {
                try (Connection connection = owner();
                        Statement statement = connection.createStatement()) {
                    var free = statement.executeQuery("select not exists (select from public." + table + ")");
                    free.next();
                    boolean isFree = free.getBoolean(1);
                    allHaveLooked.await();
                    return isFree
                            && statement.executeUpdate(
                                            "insert into public." + table + " (home_id, place_no, arrives_on,"
                                                    + " leaves_on) values ('00000000-0000-0000-0000-000000000001', 1,"
                                                    + " '2026-01-01', '2026-01-31')")
                                    == 1;
                } catch (SQLException refused) {
                    assertThat(refused.getSQLState()).isIn("23P01", "40P01");
                    return false;
                }
            });
        } finally {
            run("drop table public." + table);
        }
    }

    private static long atOnce(int many, Asking asking) throws Exception {
        CyclicBarrier start = new CyclicBarrier(many);
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int who = i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return asking.ask(who);
                }));
            }
            long got = 0;
            for (Future<Boolean> answer : answers) {
                got += answer.get() ? 1 : 0;
            }
            return got;
        }
    }

    private interface Asking {
        boolean ask(int who) throws Exception;
    }

    private static long doubled(String table, String where) {
        return TestInstallation.owner()
                .sql("select count(*) from " + table + " a join " + table
                        + " b on a.id < b.id and a.place_no = b.place_no"
                        + " and a.nights && b.nights and a.home_id = b.home_id where a."
                        + where.replace(" and ", " and a.")
                        + " and b.struck_at is null")
                .query(Long.class)
                .single();
    }

    private static void run(String sql) {
        TestInstallation.owner().sql(sql).update();
    }

    private static Connection owner() throws SQLException {
        Connection connection = TestInstallation.ownerConnection();
        connection.setAutoCommit(true);
        return connection;
    }
}
