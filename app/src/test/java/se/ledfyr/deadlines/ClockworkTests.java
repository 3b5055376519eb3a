package se.ledfyr.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// Several nodes on one database.
@HouseTest
class ClockworkTests {

    private static final int MANY = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private DataSource database;

    @Autowired
    private Clocks clocks;

    @Autowired
    private DueClocks due;

    @Autowired
    private Post post;

    @Autowired
    private KindForTests handler;

    @Test
    void onlyARunningHouseIsWoundUp() {
        assertThat(house.getBeanNamesForType(Clockwork.class)).isEmpty();
    }

    @Test
    void twoNodesDealWithEveryClockOnce() throws Exception {
        List<ClockId> set = setMany();
        Clockwork one = new Clockwork(database, due, post, List.of());
        Clockwork other = new Clockwork(database, due, post, List.of());
        one.windUp();
        other.windUp();
        try {
            Instant end = Instant.now().plus(PATIENCE);
            while (unhandled(set) > 0 && Instant.now().isBefore(end)) {
                Thread.sleep(100);
            }
        } finally {
            one.destroy();
            other.destroy();
        }
        assertEachOnce(set);
    }

    /// The plan lets one node work at a time; should that ever fail, nothing is done twice all the same.
    @Test
    void fourThatWorkAtTheSameMomentDealWithEveryClockOnce() throws Exception {
        List<ClockId> set = setMany();

        List<CompletableFuture<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(CompletableFuture.supplyAsync(due::work));
        }
        for (CompletableFuture<Integer> node : nodes) {
            node.get();
        }
        assertEachOnce(set);
    }

    private void assertEachOnce(List<ClockId> set) {
        assertThat(unhandled(set)).isZero();
        assertThat(set).allSatisfy(id -> assertThat(handler.dueOf(id)).isEqualTo(1));
        List<UUID> ids = set.stream().map(ClockId::value).toList();
        assertThat(TestInstallation.owner()
                        .sql("select count(*) from audit.entry, unnest(subjects) s"
                                + " where action = 'CLOCK_DUE' and s = any (?)")
                        .param(ids.toArray(UUID[]::new))
                        .query(Long.class)
                        .single())
                .isEqualTo(set.size());
    }

    private List<ClockId> setMany() throws Exception {
        List<ClockId> set = new ArrayList<>();
        for (Personas persona : List.of(Personas.NORD_COORDINATOR, Personas.SYD_COORDINATOR, Personas.NGO_CASEWORKER)) {
            persona.acting().call(() -> {
                for (int i = 0; i < MANY / 3; i++) {
                    ClockSubject subject = new ClockSubject("TESTED", UUID.randomUUID());
                    set.add(clocks.set(
                            ClockRequest.of(KindForTests.KIND, subject, DueTime.at(Instant.now()), "/deadlines")));
                }
                return null;
            });
        }
        return set;
    }

    private static long unhandled(List<ClockId> set) {
        return TestInstallation.owner()
                .sql("select count(*) from deadlines.clock where handled_at is null and id = any (?)")
                .param(set.stream().map(ClockId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }
}
