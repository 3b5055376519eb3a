package se.ledfyr.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;
import static se.ledfyr.personas.Personas.PROGRAMME_LEAD;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.deadlines.Ticks;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.personas.Personas;
import se.ledfyr.programmes.GrantId;

/// A held place goes back to who asks next: when its holder releases it, or when its time has come. And whoever runs a
/// home sees how full it is, and nothing of who lives there.
@HouseTest
class HeldPlacesTests {

    @Autowired
    private TestSupport support;

    @Autowired
    private HeldPlaces held;

    @Autowired
    private Placements placements;

    @Autowired
    private Homes homes;

    @Autowired
    private OwnHomes own;

    @Autowired
    private Ticks ticks;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whoHeldAPlaceReleasesIt() {
        HomeId home = support.home("mitt", 1);
        UUID hold = hold(home, 10, null);
        assertThat(free(home)).isZero();

        PROGRAMME_CASEWORKER.acting().run(() -> {
            assertThat(held.listOf(home)).extracting(Hold::id).containsExactly(hold);
            held.release(home, hold);
            assertThat(held.listOf(home)).isEmpty();
            assertThatExceptionOfType(NotHere.class).as("once").isThrownBy(() -> held.release(home, hold));
        });

        assertThat(free(home)).isEqualTo(1);
        GrantId grant = support.granted("Nora Nästa");
        PROGRAMME_CASEWORKER
                .acting()
                .run(() -> placements.place(
                        grant, home, support.today(), support.today().plusDays(5)));
    }

    /// Nobody else sees what is held, so that nobody else could give it back.
    @Test
    void whoLeavesGivesBackWhatTheyHeld() {
        HomeId home = support.home("mitt", 2);
        UUID leaver = UUID.randomUUID();
        TestInstallation.owner()
                .sql("""
                        insert into organisations.member (id, organisation, login, name, roles, created_at)
                        values (?, ?, ?, 'Slutar Snart', '{CASEWORKER}', now())
                        """)
                .params(leaver, PROGRAMME_CASEWORKER.place().id().value(), leaver + "@example.org")
                .update();
        Acting leaving = new Acting(
                PROGRAMME_CASEWORKER.place().id(),
                new MemberId(leaver),
                PROGRAMME_CASEWORKER.acting().rights());
        LocalDate today = support.today();
        UUID now = leaving.get(() -> held.hold(home, today, today.plusDays(30), null));
        UUID later = leaving.get(() -> held.hold(home, today.plusDays(20), today.plusDays(30), null));
        UUID mine = hold(home, 10, null);
        assertThat(free(home)).isZero();

        TestInstallation.owner()
                .sql("update organisations.member set disabled_at = now() where id = ?")
                .param(leaver)
                .update();

        assertThat(stands(now)).as("for as many days as the rule says").isEqualTo(today.plusDays(3) + " true");
        assertThat(stands(later)).as("it had not begun").endsWith("false");
        assertThat(stands(mine)).as("somebody else's").isEqualTo(today.plusDays(10) + " true");
    }

    private static String stands(UUID hold) {
        return TestInstallation.owner()
                .sql("select leaves_on || ' ' || (struck_at is null) from support.placement where id = ?")
                .param(hold)
                .query(String.class)
                .single();
    }

    /// Were colleagues shown what is held, the places that are taken and not held would be those of people, sealed ones
    /// among them.
    @Test
    void toAColleagueAHeldPlaceIsATakenPlaceLikeAnyOther() {
        HomeId home = support.home("mitt", 1);
        UUID hold = hold(home, 10, null);

        PROGRAMME_LEAD.acting().run(() -> {
            assertThat(held.listOf(home)).isEmpty();
            assertThat(homes.get(home).free()).isZero();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> held.release(home, hold));
            assertThat(rows(home)).as("nor by a query").isZero();
        });
        PROGRAMME_CASEWORKER.acting().run(() -> assertThat(rows(home)).isEqualTo(1));
    }

    @Test
    void aHoldWithALastDayIsReleasedByTheClockAndNotBefore() {
        HomeId home = support.home("mitt", 1);
        try (TestTime time = TestTime.travel()) {
            hold(home, 30, support.today().plusDays(2));
            time.forward(Duration.ofDays(2));
            ticks.tick();
            assertThat(free(home)).as("its last day").isZero();

            time.forward(Duration.ofDays(1));
            ticks.tick();

            assertThat(free(home)).isEqualTo(1);
            assertThat(PROGRAMME_CASEWORKER.acting().get(() -> held.listOf(home)))
                    .isEmpty();
        }
    }

    /// The twin: a hold without a last day stays for all its nights.
    @Test
    void aHoldWithoutALastDayStays() {
        HomeId home = support.home("mitt", 1);
        try (TestTime time = TestTime.travel()) {
            hold(home, 30, null);
            time.forward(Duration.ofDays(20));
            ticks.tick();

            assertThat(free(home)).isZero();
        }
    }

    @Test
    void aHoldEndsBeforeItsNightsDoAndNobodyElseHoldsOrReleases() {
        HomeId home = support.home("mitt", 1);
        UUID hold = hold(home, 10, null);
        LocalDate today = support.today();

        PROGRAMME_CASEWORKER.acting().run(() -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> held.hold(home, today, today.plusDays(5), today.minusDays(1)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> held.hold(home, today, today.plusDays(5), today.plusDays(5)));
        });
        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> held.release(home, hold));
        for (Personas bystander : new Personas[] {NORD_COORDINATOR, SHELTER_CASEWORKER}) {
            bystander.acting().run(() -> {
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> held.listOf(home));
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> held.release(home, hold));
            });
        }
    }

    @Test
    void whoRunsAHomeSeesHowFullItIsAndNothingOfAnybody() {
        GrantId grant = support.granted("Olga Osynlig");
        HomeId home = PROGRAMME_CASEWORKER
                .acting()
                .get(() -> homes.add(
                        new HomeFacts("ost", Set.of("women"), null, Personas.Place.NGO.id()),
                        3,
                        support.today().minusDays(9),
                        "Hemliga gatan 9"));
        PROGRAMME_CASEWORKER
                .acting()
                .run(() -> placements.place(
                        grant, home, support.today(), support.today().plusDays(5)));
        hold(home, 4, null);

        NGO_CASEWORKER.acting().run(() -> {
            assertThat(own.isAny()).isTrue();
            assertThat(own.list())
                    .filteredOn(one -> one.id().equals(home))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.places()).isEqualTo(3);
                        assertThat(one.free()).isEqualTo(1);
                        assertThat(one.hasAddress()).isFalse();
                    });
            assertThat(rows(home)).as("no placement of anybody").isZero();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> homes.get(home));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> homes.placesOf(home));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> homes.openAddress(home, "Vårt eget"));
        });
        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> own.list());
        NORD_COORDINATOR.acting().run(() -> {
            assertThat(own.isAny()).isFalse();
            assertThatExceptionOfType(NotHere.class).as("a bystander").isThrownBy(() -> own.list());
        });
        PROGRAMME_CASEWORKER
                .acting()
                .run(() -> homes.change(home, new HomeFacts("ost", Set.of("women"), null, null), null));
        assertThat(NGO_CASEWORKER.acting().get(() -> own.isAny() ? own.list() : java.util.List.<Home>of()))
                .as("who runs it no more")
                .extracting(Home::id)
                .doesNotContain(home);
    }

    private UUID hold(HomeId home, int nights, @org.jspecify.annotations.Nullable LocalDate until) {
        LocalDate today = support.today();
        return PROGRAMME_CASEWORKER.acting().get(() -> held.hold(home, today, today.plusDays(nights), until));
    }

    private int free(HomeId home) {
        return PROGRAMME_CASEWORKER.acting().get(() -> homes.get(home).free());
    }

    private int rows(HomeId home) {
        return Objects.requireNonNull(transaction.execute(status -> sql.fetchCount(
                DSL.table("support.placement"), DSL.condition("home_id = ? and struck_at is null", home.value()))));
    }
}
