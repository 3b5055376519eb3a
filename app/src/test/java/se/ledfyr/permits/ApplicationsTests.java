package se.ledfyr.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_LEAD;
import static se.ledfyr.personas.Personas.POLICE_CASEWORKER;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.TestCases;
import se.ledfyr.deadlines.ClockStage;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.deadlines.Ticks;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

/// An application is one thing at two ends: counted where it is decided to be counted, seen by nobody else, and asked
/// about before it ends.
@HouseTest
class ApplicationsTests {

    @Autowired
    private Applications applications;

    @Autowired
    private PermitHistory history;

    @Autowired
    private TestPermits some;

    @Autowired
    private TestCases testCases;

    @Autowired
    private Cases cases;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Ticks ticks;

    @Autowired
    private SealedCases seals;

    @Test
    void whatABoardWritesDownIsCountedAtTheOfficeOfTheRegion() {
        ApplicationId id = some.applied(MUNICIPALITY_CASEWORKER, testCases.opened(MUNICIPALITY_CASEWORKER), true);
        assertThat(counted(id)).as("nothing is decided yet").isEmpty();

        some.granted(MUNICIPALITY_CASEWORKER, id);

        assertThat(counted(id))
                .containsExactly("%s granted social_board true nord 1".formatted(office(NORD_COORDINATOR)));
    }

    /// The office gets facts and no way to anybody.
    @Test
    void noNameComesToTheOffice() {
        CaseId caseId = testCases.opened(MUNICIPALITY_CASEWORKER, "Hemlig Hemlighetsson");
        ApplicationId id = some.applied(MUNICIPALITY_CASEWORKER, caseId, true);

        Application seen = NORD_COORDINATOR.acting().get(() -> applications.get(id));

        assertThat(seen.caseId()).as("the case is not theirs").isNull();
        assertThat(one(
                        "select count(*) from people.identity_field where person_id = ?",
                        seen.person().value()))
                .isEqualTo("0");
        assertThat(seen.person())
                .isNotEqualTo(MUNICIPALITY_CASEWORKER
                        .acting()
                        .get(() -> applications.get(id))
                        .person());
    }

    /// The twin: a way to the board's person cannot stand at the office even if somebody writes it there.
    @Test
    void aPersonOfOneEndCannotStandAtTheOther() {
        ApplicationId id = some.applied(MUNICIPALITY_CASEWORKER, testCases.opened(MUNICIPALITY_CASEWORKER), true);
        PersonId theirs =
                MUNICIPALITY_CASEWORKER.acting().get(() -> applications.get(id)).person();

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> TestInstallation.owner()
                        .sql("update permits.own_file set person_id = ? where application_id = ? and organisation = ?")
                        .params(List.of(
                                theirs.value(),
                                id.value(),
                                NORD_COORDINATOR.place().id().value()))
                        .update());
    }

    @Test
    void theCoordinatorWhoHelpedAndKnowsTheCaseFindsItThere() {
        CaseId caseId = testCases.opened(NORD_COORDINATOR);
        PersonId known = NORD_COORDINATOR.acting().get(() -> cases.get(caseId).person());
        testCases.pass(caseId, NORD_COORDINATOR, MUNICIPALITY_CASEWORKER);

        ApplicationId helped = some.applied(MUNICIPALITY_CASEWORKER, caseId, true);
        ApplicationId alone = some.applied(MUNICIPALITY_CASEWORKER, caseId, false);

        assertThat(NORD_COORDINATOR.acting().get(() -> applications.get(helped)).person())
                .isEqualTo(known);
        assertThat(NORD_COORDINATOR.acting().get(() -> applications.get(alone)).person())
                .as("whom it is about is nobody's business who did not help")
                .isNotEqualTo(known);
    }

    @Test
    void theOfficeThatDidNotHelpCountsAndChangesNothing() {
        ApplicationId id = some.applied(MUNICIPALITY_CASEWORKER, testCases.opened(MUNICIPALITY_CASEWORKER), false);
        some.granted(MUNICIPALITY_CASEWORKER, id);
        int version = NORD_COORDINATOR.acting().get(() -> applications.get(id)).version();

        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().run(() -> applications.answer(id, version, "nothing")));
        assertThat(counted(id)).hasSize(1);
        assertThat(TestInstallation.owner()
                        .sql("select count(*) from deadlines.clock where subject = ? and organisation = ?")
                        .params(List.of(
                                id.value(), NORD_COORDINATOR.place().id().value()))
                        .query(Long.class)
                        .single())
                .as("and is not asked")
                .isZero();
    }

    @Test
    void nobodyAndBystandersFindNothing() {
        ApplicationId id = some.applied(MUNICIPALITY_CASEWORKER, testCases.opened(MUNICIPALITY_CASEWORKER), true);

        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> applications.get(id));
        for (Personas bystander : List.of(SYD_COORDINATOR, NGO_CASEWORKER, POLICE_CASEWORKER)) {
            assertThat(bystander.acting().get(() -> applications.find(id))).isEmpty();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> some.granted(bystander, id));
        }
    }

    @Test
    void whoAppliesAsNobodyWritesNoApplicationDown() {
        CaseId caseId = testCases.opened(NGO_CASEWORKER);

        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> some.applied(NGO_CASEWORKER, caseId, true));
        assertThatExceptionOfType(NotHere.class)
                .as("the police are no social board")
                .isThrownBy(() -> some.applied(POLICE_CASEWORKER, testCases.opened(POLICE_CASEWORKER), true));
    }

    @Test
    void nobodyHasTwoReflectionPeriodsAtOnceAndOtherPermitsMayOverlap() {
        CaseId caseId = testCases.opened(NORD_COORDINATOR);
        some.granted(NORD_COORDINATOR, some.applied(NORD_COORDINATOR, caseId, true));
        ApplicationId twin = some.applied(NORD_COORDINATOR, caseId, true);
        LocalDate today = some.today();

        assertThatExceptionOfType(PeriodOverlaps.class).isThrownBy(() -> some.granted(NORD_COORDINATOR, twin));
        assertThatExceptionOfType(PeriodOverlaps.class)
                .isThrownBy(() -> NORD_COORDINATOR
                        .acting()
                        .run(() -> history.add(caseId, permit("reflection", today.plusDays(30), today.plusDays(70)))));
        NORD_COORDINATOR.acting().run(() -> {
            history.add(caseId, permit("work", today.minusDays(10), null));
            history.add(caseId, permit("asylum_seeker", null, null));
            history.add(caseId, permit("kind_unknown", null, today.plusDays(3)));
        });
        assertThat(counted(twin)).as("what was refused left nothing behind").isEmpty();
        assertThat(NORD_COORDINATOR.acting().get(() -> history.listOf(cases.get(caseId))))
                .extracting(Permit::kind)
                .containsExactlyInAnyOrder("reflection", "work", "asylum_seeker", "kind_unknown");
    }

    /// Two colleagues, two applications, the same moment: the database lets one of them through.
    @Test
    void ofTwoGrantedAtTheSameMomentOneStands() throws Exception {
        CaseId caseId = testCases.opened(NORD_COORDINATOR);
        ApplicationId first = some.applied(NORD_COORDINATOR, caseId, true);
        ApplicationId second = some.applied(NORD_COORDINATOR, caseId, true);
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> tries = List.of(first, second).stream()
                    .map(id -> two.submit(() -> {
                        together.await();
                        try {
                            some.granted(NORD_COORDINATOR, id);
                            return true;
                        } catch (PeriodOverlaps overlap) {
                            return false;
                        }
                    }))
                    .toList();
            assertThat(List.of(tries.get(0).get(), tries.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(counted(first).size() + counted(second).size()).isEqualTo(1);
    }

    @Test
    void onTheDayBeforeItEndsBothEndsAreAskedAndOneAnswerIsEnough() {
        try (TestTime time = TestTime.travel()) {
            ApplicationId id = some.applied(MUNICIPALITY_CASEWORKER, testCases.opened(MUNICIPALITY_CASEWORKER), true);
            some.granted(MUNICIPALITY_CASEWORKER, id);
            ticks.tick();
            time.forward(Duration.ofDays(28));
            ticks.tick();
            assertThat(asked(id)).as("two days before").isFalse();

            time.forward(Duration.ofDays(1));
            ticks.tick();

            assertThat(asked(id)).as("the day before").isTrue();
            assertThat(stages(NORD_COORDINATOR, id)).contains(ClockStage.DUE);
            assertThat(stages(MUNICIPALITY_CASEWORKER, id)).contains(ClockStage.DUE);
            NORD_COORDINATOR
                    .acting()
                    .run(() -> applications.answer(id, applications.get(id).version(), "nothing"));
            assertThat(open(MUNICIPALITY_CASEWORKER, id))
                    .as("the clock at the other end stops too")
                    .isEmpty();
            assertThat(MUNICIPALITY_CASEWORKER
                            .acting()
                            .get(() -> applications.get(id))
                            .followed())
                    .isEqualTo("nothing");
        }
    }

    @Test
    void whatIsMadeLongerIsAskedAboutLater() {
        try (TestTime time = TestTime.travel()) {
            ApplicationId id = some.applied(MUNICIPALITY_CASEWORKER, testCases.opened(MUNICIPALITY_CASEWORKER), true);
            some.granted(MUNICIPALITY_CASEWORKER, id);
            ticks.tick();
            LocalDate end = some.today().plusDays(60);
            LocalDate decided = some.today();
            NORD_COORDINATOR
                    .acting()
                    .run(() -> applications.extend(
                            id,
                            applications.get(id).version(),
                            new Extension(Applicant.LEAD_INVESTIGATOR, "investigation", decided, end)));

            time.forward(Duration.ofDays(29));
            ticks.tick();

            assertThat(asked(id)).isFalse();
            assertThat(one("select end_on from permits.reflection_period where id = ?", id.value()))
                    .isEqualTo(end.toString());
            time.forward(Duration.ofDays(30));
            ticks.tick();
            assertThat(asked(id)).isTrue();
        }
    }

    @Test
    void whatIsRevokedEndsThatDayAndStaysCountedAsGranted() {
        CaseId caseId = testCases.opened(NORD_COORDINATOR);
        ApplicationId id = some.applied(NORD_COORDINATOR, caseId, true);
        some.granted(NORD_COORDINATOR, id);
        LocalDate today = some.today();
        NORD_COORDINATOR
                .acting()
                .run(() -> applications.revoke(id, applications.get(id).version(), today.plusDays(5), "Återkallad"));

        assertThat(counted(id)).hasSize(1);
        assertThat(NORD_COORDINATOR.acting().get(() -> history.listOf(cases.get(caseId))))
                .extracting(Permit::to)
                .containsExactly(today.plusDays(5));
    }

    @Test
    void whatIsPutRightKeepsItsHistoryAndWhatIsStruckIsNotCounted() {
        ApplicationId id = some.applied(MUNICIPALITY_CASEWORKER, testCases.opened(MUNICIPALITY_CASEWORKER), true);
        some.granted(MUNICIPALITY_CASEWORKER, id);
        LocalDate today = some.today();
        MUNICIPALITY_CASEWORKER
                .acting()
                .run(() -> applications.decide(
                        id, applications.get(id).version(), new Decision.Refused(today), "Fel rad i beslutet"));

        assertThat(TestInstallation.owner()
                        .sql(
                                "select field || ' ' || new_value from permits.change where period_id = ? and field = 'decision'")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("decision refused");
        assertThatExceptionOfType(NotHere.class)
                .as("who did not write it down does not strike it")
                .isThrownBy(() -> NORD_COORDINATOR
                        .acting()
                        .run(() -> applications.strike(id, applications.get(id).version(), "Dubbelt")));
        MUNICIPALITY_CASEWORKER
                .acting()
                .run(() -> applications.strike(id, applications.get(id).version(), "Dubbelt"));
        assertThat(one("select withdrawn_reason from permits.reflection_period where id = ?", id.value()))
                .isEqualTo("Dubbelt");
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedOverwritesNothing() {
        ApplicationId id = some.applied(MUNICIPALITY_CASEWORKER, testCases.opened(MUNICIPALITY_CASEWORKER), true);
        some.granted(NORD_COORDINATOR, id);
        LocalDate today = some.today();

        assertThatExceptionOfType(MeanwhileChanged.class)
                .isThrownBy(() -> MUNICIPALITY_CASEWORKER
                        .acting()
                        .run(() -> applications.decide(id, 1, new Decision.Refused(today), null)));
    }

    /// The twin of a file that corrects: application and counted row say the same afterwards.
    @Test
    void aFileThatCorrectsIsFollowedByTheApplication() {
        ApplicationId id = some.applied(NORD_COORDINATOR, testCases.opened(NORD_COORDINATOR), true);
        some.granted(NORD_COORDINATOR, id);

        TestInstallation.owner()
                .sql("update permits.reflection_period set sex = 'female', version = version + 1 where id = ?")
                .param(id.value())
                .update();

        assertThat(NORD_COORDINATOR.acting().get(() -> applications.get(id)).sex())
                .isEqualTo("female");
    }

    @Test
    void whatIsSealedIsNotThere() {
        CaseId caseId = testCases.opened(NORD_LEAD);
        ApplicationId id = some.applied(NORD_LEAD, caseId, true);
        some.granted(NORD_LEAD, id);
        PersonId person = NORD_LEAD.acting().get(() -> cases.get(caseId).person());
        assertThat(NORD_COORDINATOR.acting().get(() -> applications.find(id))).isPresent();

        NORD_LEAD.acting().run(() -> seals.seal(person, Set.of(NORD_LEAD.id()), "Hotbild"));

        assertThat(NORD_COORDINATOR.acting().get(() -> applications.find(id))).isEmpty();
        assertThat(NORD_COORDINATOR
                        .acting()
                        .get(() -> applications.list(ApplicationBox.RUNNING, 0))
                        .applications())
                .extracting(Application::id)
                .doesNotContain(id);
        assertThat(NORD_LEAD.acting().get(() -> applications.find(id))).isPresent();
    }

    private static NewPermit permit(
            String kind,
            @org.jspecify.annotations.Nullable LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate to) {
        return new NewPermit(kind, from, to, "migration_agency", "document");
    }

    private boolean asked(ApplicationId id) {
        return MUNICIPALITY_CASEWORKER.acting().get(() -> applications.get(id)).waitsForAnAnswer();
    }

    private List<ClockStage> stages(Personas of, ApplicationId id) {
        return of.acting().get(() -> clocks.listOf(ReflectionClocks.subject(id))).stream()
                .filter(clock -> clock.kind().equals(ReflectionClocks.ENDS))
                .map(RunningClock::stage)
                .toList();
    }

    private List<RunningClock> open(Personas of, ApplicationId id) {
        return of.acting().get(() -> clocks.listOf(ReflectionClocks.subject(id))).stream()
                .filter(clock -> clock.doneAt() == null)
                .toList();
    }

    private static String office(Personas persona) {
        return persona.place().id().value().toString();
    }

    private static List<String> counted(ApplicationId id) {
        return TestInstallation.owner()
                .sql("""
                        select organisation || ' ' || decision || ' ' || applicant || ' ' || coalesce(via_coordinator::text, '')
                               || ' ' || region || ' ' || version
                        from permits.reflection_period where id = ? and withdrawn_at is null
                        """)
                .param(id.value())
                .query(String.class)
                .list();
    }

    private static String one(String sql, Object value) {
        return TestInstallation.owner()
                .sql(sql)
                .param(value)
                .query(String.class)
                .single();
    }
}
