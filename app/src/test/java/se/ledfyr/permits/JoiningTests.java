package se.ledfyr.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.consent.Basis;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.deadlines.Ticks;
import se.ledfyr.handover.Along;
import se.ledfyr.handover.Answering;
import se.ledfyr.handover.NewOffer;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.Offered;
import se.ledfyr.handover.Offering;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.personas.Intruder;
import se.ledfyr.personas.Personas;

/// Whoever takes a case over finds the application that is there already, if they were told the person's situation, and
/// else not even that there is one.
@HouseTest
class JoiningTests {

    @Autowired
    private Applications applications;

    @Autowired
    private Joining joining;

    @Autowired
    private PermitHistory history;

    @Autowired
    private TestPermits some;

    @Autowired
    private TestOffers offers;

    @Autowired
    private Offering offering;

    @Autowired
    private Answering answering;

    @Autowired
    private Cases cases;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Ticks ticks;

    @Test
    void aCaseThatIsTakenOverWithItsSituationIsJoinedAndItsHolderReminded() {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Kopplad Påhittad");
        ApplicationId application = some.applied(NORD_COORDINATOR, id, true);
        some.granted(NORD_COORDINATOR, application);

        give(id, NORD_COORDINATOR, SYD_COORDINATOR, Set.of(FieldGroup.SITUATION));

        Application seen = SYD_COORDINATOR.acting().get(() -> applications.get(application));
        assertThat(seen.caseId()).isEqualTo(id);
        assertThat(seen.person()).isEqualTo(file(SYD_COORDINATOR, id).person());
        assertThat(seen.by()).as("the ends stay as they are").isEqualTo(seen.office());
        assertThat(SYD_COORDINATOR.acting().get(() -> history.listOf(file(SYD_COORDINATOR, id))))
                .extracting(Permit::kind)
                .containsExactly("reflection");
        assertThat(asking(SYD_COORDINATOR, application)).hasSize(1);
        SYD_COORDINATOR.acting().run(() -> {
            assertThat(seen.mayBeChanged()).isFalse();
            assertThatExceptionOfType(NotHere.class)
                    .as("who joins from outside changes nothing")
                    .isThrownBy(() -> applications.revoke(
                            application, seen.version(), some.today().plusDays(1), "Ändrat"));
        });
        NORD_COORDINATOR
                .acting()
                .run(() -> applications.answer(
                        application, applications.get(application).version(), "nsp"));
        assertThat(asking(SYD_COORDINATOR, application))
                .as("answered at an end, it is asked nowhere")
                .isEmpty();
        assertThat(counted(application)).isEqualTo(1);
    }

    /// Who holds the case answers; who joined and holds it no more is refused, by the database too.
    @Test
    void whoeverHoldsTheJoinedCaseAnswersWhatFollows() throws SQLException {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Besvarad Påhittad");
        ApplicationId application = some.applied(NORD_COORDINATOR, id, true);
        some.granted(NORD_COORDINATOR, application);
        give(id, NORD_COORDINATOR, SYD_COORDINATOR, Set.of(FieldGroup.SITUATION));
        int version = SYD_COORDINATOR
                .acting()
                .get(() -> applications.get(application))
                .version();
        String moved = "update permits.application set end_on = end_on + 9, version = version + 1 where id = ?";
        String answered =
                "update permits.application set followed = 'nsp', answered_on = current_date, version = version + 1 where id = ?";
        try (Intruder here = Intruder.here()) {
            assertThat(here.tries(SYD_COORDINATOR, moved, application.value()))
                    .as("past the application nothing else is changed either")
                    .isEqualTo("P0001");
            assertThat(here.tries(SYD_COORDINATOR, answered, application.value()))
                    .isEqualTo(Intruder.DONE);
        }
        give(id, SYD_COORDINATOR, NGO_CASEWORKER, Set.of(FieldGroup.SITUATION));
        assertThatExceptionOfType(NotHere.class)
                .as("who gave the case away again")
                .isThrownBy(
                        () -> SYD_COORDINATOR.acting().run(() -> applications.answer(application, version, "nothing")));
        NGO_CASEWORKER.acting().run(() -> {
            assertThat(applications.get(application).mayBeAnswered()).isTrue();
            applications.answer(application, version, "nsp");
        });
        assertThat(NORD_COORDINATOR
                        .acting()
                        .get(() -> applications.get(application))
                        .followed())
                .isEqualTo("nsp");
        assertThat(asking(NORD_COORDINATOR, application)).isEmpty();
    }

    /// The twin: without the situation there is nothing to be seen, and nothing to be joined by asking for it.
    @Test
    void whoWasNotToldTheSituationFindsNoApplication() {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Tyst Påhittad");
        ApplicationId application = some.applied(NORD_COORDINATOR, id, true);
        some.granted(NORD_COORDINATOR, application);

        give(id, NORD_COORDINATOR, SYD_COORDINATOR, Set.of(FieldGroup.BASICS));

        SYD_COORDINATOR.acting().run(() -> {
            assertThat(applications.find(application)).isEmpty();
            assertThat(joining.isOffered(cases.get(id))).isFalse();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> joining.join(id));
        });
        assertThat(asking(SYD_COORDINATOR, application)).isEmpty();
    }

    /// An end whose coordinator helped, and who had somebody it knew nothing about, takes the case over.
    @Test
    void anOfficeThatTakesTheCaseOverFindsItsOwnEnd() {
        CaseId id = offers.caseOf(MUNICIPALITY_CASEWORKER, "Ände Påhittad");
        ApplicationId application = some.applied(MUNICIPALITY_CASEWORKER, id, true);
        some.granted(MUNICIPALITY_CASEWORKER, application);
        assertThat(NORD_COORDINATOR
                        .acting()
                        .get(() -> applications.get(application))
                        .caseId())
                .isNull();

        give(id, MUNICIPALITY_CASEWORKER, NORD_COORDINATOR, Set.of(FieldGroup.SITUATION));

        Application joined = NORD_COORDINATOR.acting().get(() -> applications.get(application));
        assertThat(joined.caseId()).isEqualTo(id);
        assertThat(TestInstallation.owner()
                        .sql("select person_id from permits.reflection_period where id = ?")
                        .param(application.value())
                        .query(java.util.UUID.class)
                        .single())
                .as("and the counted row is about the same person")
                .isEqualTo(joined.person().value());
        assertThat(counted(application)).isEqualTo(1);
    }

    @Test
    void whatIsDecidedLaterReachesWhoeverHasJoined() {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Senare Påhittad");
        ApplicationId application = some.applied(NORD_COORDINATOR, id, true);
        give(id, NORD_COORDINATOR, SYD_COORDINATOR, Set.of(FieldGroup.SITUATION));
        assertThat(asking(SYD_COORDINATOR, application)).isEmpty();

        some.granted(NORD_COORDINATOR, application);
        ticks.tick();

        assertThat(asking(SYD_COORDINATOR, application)).hasSize(1);
        assertThat(SYD_COORDINATOR.acting().get(() -> history.listOf(file(SYD_COORDINATOR, id))))
                .hasSize(1);
    }

    @Test
    void permitsThatWereToldComeAlongOnceWithTheirClocks() {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Tillstånd Påhittad");
        LocalDate today = some.today();
        NORD_COORDINATOR
                .acting()
                .run(() -> history.add(
                        id,
                        new NewPermit("work", today.minusDays(9), today.plusDays(90), "migration_agency", "decision")));

        give(id, NORD_COORDINATOR, SYD_COORDINATOR, Set.of(FieldGroup.SITUATION));

        assertThat(SYD_COORDINATOR.acting().get(() -> history.listOf(file(SYD_COORDINATOR, id))))
                .singleElement()
                .satisfies(permit -> assertThat(permit.source()).isEqualTo("authority"));
        assertThat(SYD_COORDINATOR.acting().get(() -> clocks.listOpenOfCase(id.value())))
                .extracting(RunningClock::kind)
                .contains(PermitHistory.ENDS);
        give(id, SYD_COORDINATOR, NORD_COORDINATOR, Set.of(FieldGroup.SITUATION));
        assertThat(NORD_COORDINATOR.acting().get(() -> history.listOf(file(NORD_COORDINATOR, id))))
                .as("what is known already is not written twice")
                .hasSize(1);
    }

    /// What was told afterwards is joined on request, and once.
    @Test
    void whatIsOfferedIsJoinedOnRequest() {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Efteråt Påhittad");
        ApplicationId application = some.applied(NORD_COORDINATOR, id, true);
        some.granted(NORD_COORDINATOR, application);
        give(id, NORD_COORDINATOR, SYD_COORDINATOR, Set.of(FieldGroup.SITUATION));
        forgetThatItWasJoined(application, SYD_COORDINATOR);

        SYD_COORDINATOR.acting().run(() -> {
            assertThat(joining.isOffered(cases.get(id))).isTrue();
            assertThat(joining.join(id)).isEqualTo(1);
            assertThat(joining.isOffered(cases.get(id))).isFalse();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> joining.join(id));
        });
        assertThat(asking(SYD_COORDINATOR, application)).hasSize(1);
    }

    /// Taking over does not fail for it; whoever asks for it is told.
    @Test
    void somebodyWithAnotherPeriodAtTheTimeIsNotJoined() {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Dubbel Påhittad");
        ApplicationId application = some.applied(NORD_COORDINATOR, id, true);
        some.granted(NORD_COORDINATOR, application);
        give(id, NORD_COORDINATOR, SYD_COORDINATOR, Set.of(FieldGroup.SITUATION));
        forgetThatItWasJoined(application, SYD_COORDINATOR);
        LocalDate today = some.today();
        SYD_COORDINATOR.acting().run(() -> {
            history.add(id, new NewPermit("reflection", today, today.plusDays(40), "migration_agency", "document"));
            assertThatExceptionOfType(PeriodOverlaps.class).isThrownBy(() -> joining.join(id));
            assertThat(applications.find(application)).isEmpty();
        });
    }

    /// As it stands for whoever was told the situation only after they had taken the case over.
    private static void forgetThatItWasJoined(ApplicationId id, Personas of) {
        for (String statement : List.of(
                "delete from permits.permit where application_id = ? and organisation = ?",
                "delete from permits.own_file where application_id = ? and organisation = ?",
                "delete from deadlines.clock where subject = ? and organisation = ?")) {
            TestInstallation.owner()
                    .sql(statement)
                    .params(List.of(id.value(), of.place().id().value()))
                    .update();
        }
    }

    @Test
    void toNobodyAndToBystandersThereIsNothingToJoin() {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Ingen Påhittad");
        some.applied(NORD_COORDINATOR, id, true);

        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> joining.join(id));
        for (Personas bystander : List.of(SYD_COORDINATOR, NGO_CASEWORKER)) {
            assertThatExceptionOfType(NotHere.class)
                    .as("a bystander")
                    .isThrownBy(() -> bystander.acting().run(() -> joining.join(id)));
        }
        assertThatExceptionOfType(NotHere.class)
                .as("the holder has it already")
                .isThrownBy(() -> NORD_COORDINATOR.acting().run(() -> joining.join(id)));
    }

    private void give(CaseId id, Personas from, Personas to, Set<FieldGroup> groups) {
        OfferId offer = from.acting()
                .get(() -> offering.offer(new NewOffer(
                        new Offered.WholeCase(id),
                        to.place().id(),
                        "Flyttar",
                        null,
                        new Along(
                                "coordination", groups, new Basis.LawfulGround("vital_interest", "Behöver vård nu")))));
        to.acting().run(() -> answering.accept(offer, HolderInside.ON_DUTY));
    }

    private CaseFile file(Personas of, CaseId id) {
        return of.acting().get(() -> cases.get(id));
    }

    private List<RunningClock> asking(Personas of, ApplicationId id) {
        return of.acting().get(() -> clocks.listOf(ReflectionClocks.subject(id))).stream()
                .filter(clock -> clock.kind().equals(ReflectionClocks.ENDS) && clock.doneAt() == null)
                .toList();
    }

    private static int counted(ApplicationId id) {
        return TestInstallation.owner()
                .sql("select count(*) from permits.reflection_period where id = ? and withdrawn_at is null")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
