package se.ledfyr.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Colleagues;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

@HouseTest
class ClocksTests {

    @Autowired
    private Clocks clocks;

    @Autowired
    private DueTimes times;

    @Autowired
    private Ticks ticks;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private KindForTests handler;

    private final ClockSubject subject = new ClockSubject("TESTED", UUID.randomUUID());

    @Test
    void aClockIsSetWithTheRuleOfItsDay() throws Exception {
        ClockId id = Personas.NORD_COORDINATOR.acting().call(() -> clocks.set(request(times.fromNow("answer_acute"))));

        RunningClock clock = find(id);
        assertThat(Duration.between(clock.setAt(), clock.dueAt()))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(clock.halfAt()).isBetween(clock.setAt(), clock.dueAt());
        assertThat(clock.stage()).isEqualTo(ClockStage.RUNNING);
        assertThatIllegalArgumentException().isThrownBy(() -> times.fromNow("no_such_rule"));
    }

    @Test
    void aRuleChangesFromADayOn() {
        TestInstallation.owner().sql("""
                insert into deadlines.rule select 'changed', '[2026-01-01,2026-07-01)', 10, 'DAYS', false, null, 'a', 'a', 'HOUSE', 'a', 'a'
                 where not exists (select from deadlines.rule where code = 'changed')
                """).update();
        TestInstallation.owner().sql("""
                insert into deadlines.rule select 'changed', '[2026-07-01,)', 20, 'DAYS', false, null, 'a', 'a', 'HOUSE', 'a', 'a'
                 where not exists (select from deadlines.rule where code = 'changed' and amount = 20)
                """).update();
        try (TestTime time = TestTime.travel()) {
            time.forward(Duration.ofMinutes(2));
            assertThat(times.after(Instant.parse("2026-06-30T10:00:00Z"), "changed")
                            .lastDay())
                    .isEqualTo("2026-07-10");
            assertThat(times.after(Instant.parse("2026-07-01T10:00:00Z"), "changed")
                            .lastDay())
                    .isEqualTo("2026-07-21");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> times.after(Instant.parse("2025-12-31T10:00:00Z"), "changed"));
        }
    }

    @Test
    void aClockRemindsOnceAndIsDueOnce() throws Exception {
        ClockId id = Personas.NORD_COORDINATOR.acting().call(() -> clocks.set(request(times.fromNow("answer_acute"))));

        ticks.tick();
        assertThat(handler.remindedOf(id)).isZero();
        try (TestTime time = TestTime.travel()) {
            time.forward(Duration.ofHours(13));
            ticks.tick();
            ticks.tick();
            assertThat(handler.remindedOf(id)).isEqualTo(1);
            assertThat(handler.dueOf(id)).isZero();
            assertThat(find(id).stage()).isEqualTo(ClockStage.REMINDED);
            time.forward(Duration.ofHours(12));
            ticks.tick();
            ticks.tick();
        }
        assertThat(handler.remindedOf(id)).isEqualTo(1);
        assertThat(handler.dueOf(id)).isEqualTo(1);
        assertThat(find(id).stage()).isEqualTo(ClockStage.DUE);
        assertThat(noted("CLOCK_REMINDED", id)).isEqualTo(1);
        assertThat(noted("CLOCK_DUE", id)).isEqualTo(1);
    }

    @Test
    void whoeverOversleptTheReminderIsToldTheEndOnly() throws Exception {
        ClockId id = Personas.NORD_COORDINATOR.acting().call(() -> clocks.set(request(times.fromNow("answer_acute"))));

        try (TestTime time = TestTime.travel()) {
            time.forward(Duration.ofHours(30));
            ticks.tick();
        }
        assertThat(handler.remindedOf(id)).isZero();
        assertThat(handler.dueOf(id)).isEqualTo(1);
    }

    @Test
    void aStoppedClockDoesNothingMore() throws Exception {
        ClockId id = Personas.NORD_COORDINATOR.acting().call(() -> clocks.set(request(times.fromNow("answer_acute"))));
        int stopped = Personas.NORD_COORDINATOR.acting().call(() -> clocks.stop(subject));

        try (TestTime time = TestTime.travel()) {
            time.forward(Duration.ofDays(3));
            ticks.tick();
        }
        assertThat(stopped).isEqualTo(1);
        assertThat(handler.dueOf(id)).isZero();
        assertThat(find(id).stage()).isEqualTo(ClockStage.STOPPED);
    }

    @Test
    void whatIsDoneLateStaysDueAndIsDone() throws Exception {
        ClockId id = Personas.NORD_COORDINATOR.acting().call(() -> clocks.set(request(times.fromNow("answer_acute"))));

        try (TestTime time = TestTime.travel()) {
            time.forward(Duration.ofHours(25));
            ticks.tick();
            Personas.NORD_COORDINATOR.acting().call(() -> clocks.stop(subject, KindForTests.KIND));
        }
        assertThat(find(id).stage()).isEqualTo(ClockStage.DUE);
        assertThat(find(id).doneAt()).isNotNull().isAfter(find(id).dueAt());
        assertThat(find(id).isOverdue(Instant.now().plus(Duration.ofDays(9)))).isFalse();
    }

    @Test
    void aMovedClockIsDueAtItsNewTimeOnly() throws Exception {
        ClockId id = Personas.NORD_COORDINATOR.acting().call(() -> clocks.set(request(times.fromNow("answer_acute"))));
        boolean moved = Personas.NORD_COORDINATOR
                .acting()
                .call(() -> clocks.move(
                        id, DueTime.endOf(LocalDate.now(DueTime.SWEDISH_TIME).plusDays(5))));

        try (TestTime time = TestTime.travel()) {
            time.forward(Duration.ofDays(2));
            ticks.tick();
            assertThat(handler.dueOf(id)).isZero();
            time.forward(Duration.ofDays(4));
            ticks.tick();
        }
        assertThat(moved).isTrue();
        assertThat(handler.dueOf(id)).isEqualTo(1);
        assertThat(Personas.NORD_COORDINATOR.acting().call(() -> clocks.move(id, DueTime.at(Instant.now()))))
                .as("it runs no more")
                .isFalse();
    }

    @Test
    void whatTheHandlerWroteIsUndoneWhenItFailsAndTriedAgainLater() throws Exception {
        ClockId bad = Personas.NORD_COORDINATOR.acting().call(() -> clocks.set(request(DueTime.at(Instant.now()))));
        ClockId good = Personas.SYD_COORDINATOR.acting().call(() -> clocks.set(request(DueTime.at(Instant.now()))));
        handler.failFor(bad);

        ticks.tick();
        ticks.tick();
        assertThat(find(bad).stage()).isEqualTo(ClockStage.RUNNING);
        assertThat(noted("CLOCK_DUE", bad)).isZero();
        assertThat(handler.dueOf(good)).as("one fault does not stop the others").isEqualTo(1);
        assertThat(handler.triedOf(bad)).as("not again at once").isLessThanOrEqualTo(2);
        handler.failFor(null);
        try (TestTime time = TestTime.travel()) {
            time.forward(Duration.ofMinutes(2));
            ticks.tick();
        }
        assertThat(find(bad).stage()).isEqualTo(ClockStage.DUE);
        assertThat(handler.dueOf(bad)).isEqualTo(1);
        assertThat(noted("CLOCK_DUE", bad)).isEqualTo(1);
    }

    @Test
    void theHandlerActsForTheOrganisationOfTheClockAndForNobody() throws Exception {
        ClockId id = Personas.SYD_COORDINATOR.acting().call(() -> clocks.set(request(DueTime.at(Instant.now()))));

        ticks.tick();

        assertThat(handler.actingOf(id).organisation())
                .isEqualTo(Personas.SYD_COORDINATOR.place().id());
        assertThat(handler.actingOf(id).member()).isNull();
    }

    @Test
    void othersNeitherSeeNorTouchAClock() throws Exception {
        ClockId id = Personas.NORD_COORDINATOR.acting().call(() -> clocks.set(request(times.fromNow("answer_acute"))));

        for (Personas other :
                List.of(Personas.SYD_COORDINATOR, Personas.NGO_CASEWORKER, Personas.NATIONAL_STATISTICIAN)) {
            other.acting().call(() -> {
                assertThat(clocks.find(id)).isEmpty();
                assertThat(clocks.listOf(subject)).isEmpty();
                assertThat(clocks.listAllDueWithin(9))
                        .noneMatch(clock -> clock.id().equals(id));
                assertThat(clocks.stop(subject)).isZero();
                assertThat(clocks.move(id, DueTime.at(Instant.now()))).isFalse();
                return null;
            });
        }
        assertThat(clocks.find(id)).as("nobody").isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> clocks.set(request(DueTime.at(Instant.now()))));
        assertThat(find(id).stage()).isEqualTo(ClockStage.RUNNING);
    }

    @Test
    void whoeverActsForAnOrganisationLearnsNothingFromWhatIsDueElsewhere() throws Exception {
        Personas.NORD_COORDINATOR
                .acting()
                .call(() -> clocks.set(request(DueTime.at(Instant.now().minusSeconds(60)))));

        Personas.SYD_COORDINATOR
                .acting()
                .run(() -> assertThatIllegalStateException().isThrownBy(ticks::tick));
        Integer asSyd = TestInstallation.application()
                .sql("""
                        select count(*) from set_config('ledfyr.organisation', '%s', false) bound,
                                             lateral deadlines.take_due(now(), 100) where bound <> ''
                        """.formatted(Personas.SYD_COORDINATOR.place().id().value()))
                .query(Integer.class)
                .single();
        assertThat(asSyd).isZero();
    }

    @Test
    void theClocksOfWhoeverIsShutOutAreEverybodys() throws Exception {
        se.ledfyr.organisations.MemberId gone = new se.ledfyr.organisations.MemberId(UUID.randomUUID());
        TestInstallation.owner()
                .sql("insert into organisations.member (id, organisation, login, name, roles, created_at)"
                        + " values (?, ?, ?, 'Snart Borta', array['COORDINATOR'], now())")
                .params(List.of(
                        gone.value(), Personas.NORD_COORDINATOR.place().id().value(), gone.value() + "@example.org"))
                .update();
        ClockId id = Personas.NORD_COORDINATOR
                .acting()
                .call(() -> clocks.set(request(times.fromNow("answer_acute")).forMember(gone)));

        Personas.NORD_ADMINISTRATOR.acting().call(() -> colleagues.shutOut(gone));

        assertThat(find(id).member()).isNull();
    }

    private RunningClock find(ClockId id) {
        return List.of(Personas.NORD_COORDINATOR, Personas.SYD_COORDINATOR).stream()
                .flatMap(persona -> persona.acting().get(() -> clocks.find(id)).stream())
                .findFirst()
                .orElseThrow();
    }

    private ClockRequest request(DueTime time) {
        return ClockRequest.of(KindForTests.KIND, subject, time, "/deadlines");
    }

    private static long noted(String action, ClockId id) {
        return TestInstallation.owner()
                .sql("select count(*) from audit.entry where action = ? and subjects @> array[?::uuid]")
                .params(action, id.value())
                .query(Long.class)
                .single();
    }
}
