package se.ledfyr.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_LEAD;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TestCases;
import se.ledfyr.deadlines.ClockStage;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.deadlines.Ticks;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

/// A period that came by file is asked about like any other, by a clock of the office that keeps it.
@HouseTest
class FiledPeriodsTests {

    @Autowired
    private FiledPeriods periods;

    @Autowired
    private FiledClocks filing;

    @Autowired
    private TestPermits some;

    @Autowired
    private TestCases testCases;

    @Autowired
    private Cases cases;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Ticks ticks;

    @Autowired
    private SealedCases seals;

    @Test
    void aPeriodWithoutACaseHasAClockOfTheOfficeAndOneThatIsOverHasNone() {
        UUID running = filed(testCases.person(NORD_COORDINATOR), some.today().plusDays(40));
        UUID over = filed(testCases.person(NORD_COORDINATOR), some.today().minusDays(400));

        filing.work();

        assertThat(clocks(NORD_COORDINATOR, running)).singleElement().satisfies(clock -> {
            assertThat(clock.caseId()).isNull();
            assertThat(clock.path()).isEqualTo("/permits/filed");
            assertThat(clock.lastDay())
                    .as("it asks on the day before the end")
                    .isEqualTo(some.today().plusDays(38));
        });
        assertThat(clocks(NORD_COORDINATOR, over)).isEmpty();
        assertThat(clocks(SYD_COORDINATOR, running)).as("a bystander").isEmpty();
        filing.work();
        assertThat(clocks(NORD_COORDINATOR, running)).as("and stays as it is").hasSize(1);
    }

    @Test
    void onceThePersonHasACaseTheClockIsThere() {
        RegistrationId registration = testCases.registered(NORD_COORDINATOR);
        UUID period = filed(person(registration), some.today().plusDays(35));
        filing.work();

        CaseId caseId = NORD_COORDINATOR.acting().get(() -> cases.open(registration));
        filing.work();

        assertThat(open(period))
                .singleElement()
                .satisfies(clock -> assertThat(clock.caseId()).isEqualTo(caseId.value()))
                .satisfies(clock -> assertThat(clock.path()).isEqualTo("/cases/" + caseId.value() + "#permits"));
    }

    @Test
    void aFileThatCorrectsMovesTheClockAndOneThatTakesBackStopsIt() {
        UUID period = filed(testCases.person(NORD_COORDINATOR), some.today().plusDays(35));
        filing.work();
        LocalDate later = some.today().plusDays(50);

        change("update permits.reflection_period set end_on = ?, version = version + 1 where id = ?", later, period);
        filing.work();
        assertThat(open(period))
                .singleElement()
                .satisfies(clock -> assertThat(clock.lastDay()).isEqualTo(later.minusDays(2)));

        change(
                "update permits.reflection_period set withdrawn_at = ?::date, withdrawn_reason = 'fel' where id = ?",
                some.today(),
                period);
        filing.work();
        assertThat(open(period)).isEmpty();
    }

    @Test
    void itIsAskedOnTheDayBeforeTheEndAndTheAnswerIsCounted() {
        try (TestTime time = TestTime.travel()) {
            UUID period = filed(testCases.person(NORD_COORDINATOR), some.today().plusDays(33));
            filing.work();
            assertThat(asked(NORD_COORDINATOR)).doesNotContain(period);

            time.forward(Duration.ofDays(32));
            ticks.tick();

            assertThat(clocks(NORD_COORDINATOR, period))
                    .singleElement()
                    .satisfies(clock -> assertThat(clock.stage()).isEqualTo(ClockStage.DUE));
            assertThat(asked(NORD_COORDINATOR)).contains(period);
            assertThat(asked(SYD_COORDINATOR)).as("a bystander").doesNotContain(period);
            assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> periods.listAsked());
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> SYD_COORDINATOR.acting().run(() -> periods.answer(period, "nothing")));

            NORD_COORDINATOR.acting().run(() -> periods.answer(period, "nsp"));
            filing.work();

            assertThat(open(period)).isEmpty();
            assertThat(asked(NORD_COORDINATOR)).doesNotContain(period);
            assertThat(TestInstallation.owner()
                            .sql("select followed from permits_api.counted_followed where id = ?")
                            .param(period)
                            .query(String.class)
                            .single())
                    .isEqualTo("nsp");
            assertThatExceptionOfType(NotHere.class)
                    .as("an answer is given once")
                    .isThrownBy(() -> NORD_COORDINATOR.acting().run(() -> periods.answer(period, "nothing")));
        }
    }

    /// A clock without a case rings for the whole office, also for those who are not to know that there is anybody.
    @Test
    void somebodySealedHasNoClockOfTheOffice() {
        RegistrationId registration = testCases.registered(NORD_LEAD);
        PersonId person = person(registration);
        UUID period = filed(person, some.today().plusDays(35));
        filing.work();
        assertThat(open(period)).hasSize(1);

        NORD_LEAD.acting().run(() -> seals.seal(person, Set.of(NORD_LEAD.id()), "Hotbild"));
        filing.work();

        assertThat(TestInstallation.owner()
                        .sql("select count(*) from deadlines.clock where subject = ? and done_at is null")
                        .param(period)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(clocks(NORD_COORDINATOR, period)).isEmpty();
    }

    private List<UUID> asked(Personas of) {
        return of.acting().get(() -> periods.listAsked()).stream()
                .map(FiledPeriod::id)
                .toList();
    }

    private List<RunningClock> open(UUID period) {
        return clocks(NORD_COORDINATOR, period).stream()
                .filter(clock -> clock.doneAt() == null)
                .toList();
    }

    private List<RunningClock> clocks(Personas of, UUID period) {
        return of.acting().get(() -> clocks.listOf(new ClockSubject("REFLECTION_FILED", period)));
    }

    private PersonId person(RegistrationId registration) {
        return NORD_COORDINATOR
                .acting()
                .get(() -> registrations.get(registration).person());
    }

    private static void change(String statement, LocalDate day, UUID period) {
        TestInstallation.owner().sql(statement).params(List.of(day, period)).update();
    }

    /// As a file brings it, for somebody known at the office Nord.
    private UUID filed(PersonId person, LocalDate end) {
        UUID id = UUID.randomUUID();
        TestInstallation.owner()
                .sql("""
                        insert into permits.reflection_period (id, organisation, person_id, applicant, region, sex, applied_on,
                            decided_on, decision, start_on, end_on, created_at, changed_at)
                        values (?, ?, ?, 'lead_investigator', 'nord', 'female', ?, ?, 'granted', ?, ?, now(), now())
                        """)
                .params(List.of(
                        id,
                        NORD_COORDINATOR.place().id().value(),
                        person.value(),
                        end.minusDays(30),
                        end.minusDays(30),
                        end.minusDays(30),
                        end))
                .update();
        return id;
    }
}
