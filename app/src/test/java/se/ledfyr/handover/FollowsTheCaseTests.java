package se.ledfyr.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseTimes;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.consent.Basis;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.guidance.NewTask;
import se.ledfyr.guidance.Task;
import se.ledfyr.guidance.Tasks;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.Contact;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewNeed;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.personas.Personas;

/// What has a time in a case, and what is to be done in it, goes with the duty, and tells the new
/// holder nothing that was not shared.
@HouseTest
class FollowsTheCaseTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
    private static final String ACTION = "talk-alone";

    @Autowired
    TestOffers offers;

    @Autowired
    Offering offering;

    @Autowired
    Answering answering;

    @Autowired
    Refusals refusals;

    @Autowired
    Escalations escalations;

    @Autowired
    Afterwards afterwards;

    @Autowired
    Handovers handovers;

    @Autowired
    CaseTimes times;

    @Autowired
    Clocks clocks;

    @Autowired
    Tasks tasks;

    @Autowired
    Needs needs;

    @Autowired
    Children children;

    @Test
    void aFollowUpIsTheNewHoldersAndRunsToTheSameTime() {
        CaseId id = caseOfNord();
        nord(() -> times.start(id, "follow_up", FIRST, null));
        RunningClock before = open(NORD_COORDINATOR, id, "follow_up").getFirst();
        give(id, Set.of());
        assertThat(open(NORD_COORDINATOR, id, "follow_up")).isEmpty();
        assertThat(open(SYD_COORDINATOR, id, "follow_up"))
                .singleElement()
                .satisfies(clock -> assertThat(clock.dueAt()).isEqualTo(before.dueAt()));
    }

    /// The twin: without the rule the follow-up stays with who no longer has the case.
    @Test
    void withoutTheRuleItStaysBehind() {
        CaseId id = caseOfNord();
        nord(() -> times.start(id, "follow_up", FIRST, null));
        trigger("disable");
        try {
            give(id, Set.of());
            assertThat(open(NORD_COORDINATOR, id, "follow_up")).hasSize(1);
        } finally {
            trigger("enable");
        }
    }

    @Test
    void aRestPeriodStaysWithWhoKnowsOfItUnlessTheSituationWasShared() {
        CaseId silent = caseOfNord();
        nord(() -> times.start(silent, "nsp_rest", FIRST, null));
        give(silent, Set.of(FieldGroup.BASICS));
        assertThat(open(SYD_COORDINATOR, silent, "nsp_rest")).isEmpty();
        assertThat(open(NORD_COORDINATOR, silent, "nsp_rest")).hasSize(1);

        CaseId told = caseOfNord();
        nord(() -> times.start(told, "nsp_rest", FIRST, null));
        give(told, Set.of(FieldGroup.SITUATION));
        assertThat(open(SYD_COORDINATOR, told, "nsp_rest")).hasSize(1);
        assertThat(open(NORD_COORDINATOR, told, "nsp_rest")).isEmpty();
    }

    @Test
    void whatIsToldAfterwardsBringsTheTimesAlong() {
        CaseId id = offers.caseOf(SYD_COORDINATOR, "Tid Påhittad");
        SYD_COORDINATOR.acting().get(() -> times.start(id, "nsp_integration", FIRST, null));
        OfferId offer = offers.offerCase(
                SYD_COORDINATOR, id, MUNICIPALITY_CASEWORKER.place().id());
        MUNICIPALITY_CASEWORKER
                .acting()
                .run(() -> answering.decline(offer, new Decline(DeclineReason.NO_PLACE, "", true, FIRST)));
        SYD_COORDINATOR.acting().run(() -> refusals.takeFurther(offer, "Ingen plats"));
        nord(() -> {
            escalations.takeOver(offer, HolderInside.ON_DUTY);
            return offer;
        });
        assertThat(open(NORD_COORDINATOR, id, "nsp_integration")).isEmpty();
        SYD_COORDINATOR.acting().run(() -> afterwards.tell(offer, along(Set.of(FieldGroup.SITUATION))));
        nord(() -> afterwards.takeIn(
                offer,
                afterwards.listArrived(handovers.get(offer).offer()).getFirst().id()));
        assertThat(open(NORD_COORDINATOR, id, "nsp_integration")).hasSize(1);
        assertThat(open(SYD_COORDINATOR, id, "nsp_integration")).isEmpty();
    }

    @Test
    void aNeedWithADayIsTheNewHoldersToWatch() {
        CaseId id = caseOfNord();
        nord(() ->
                needs.add(id, new NewNeed("safe_housing", null, FIRST, "police", false, LocalDate.of(2026, 12, 24))));
        give(id, Set.of());
        assertThat(open(NORD_COORDINATOR, id, "need_due")).isEmpty();
        assertThat(open(SYD_COORDINATOR, id, "need_due")).hasSize(1);
    }

    @Test
    void tasksEndWithTheOneBeforeAndThoseOfTheManualGoOnWhereTheNeedsWereShared() {
        CaseId told = caseOfNord();
        addTasks(told);
        give(told, Set.of(FieldGroup.NEEDS));
        assertThat(nord(() -> tasks.listOf(told))).extracting(Task::result).containsOnly(Task.Result.PASSED_ON);
        assertThat(open(NORD_COORDINATOR, told, "task")).isEmpty();
        assertThat(SYD_COORDINATOR.acting().get(() -> tasks.listOf(told)))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.action()).isEqualTo(ACTION);
                    assertThat(task.inherited()).isTrue();
                    assertThat(task.words()).isNull();
                });
        assertThat(open(SYD_COORDINATOR, told, "task")).hasSize(1);

        CaseId silent = caseOfNord();
        addTasks(silent);
        give(silent, Set.of(FieldGroup.BASICS));
        assertThat(nord(() -> tasks.listOf(silent))).extracting(Task::result).containsOnly(Task.Result.PASSED_ON);
        assertThat(SYD_COORDINATOR.acting().get(() -> tasks.listOf(silent))).isEmpty();
    }

    @Test
    void theClockOfTheSocialServicesBeginsWithTheCaseAndStopsWithTheFirstContact() {
        CaseId id = caseOfNord();
        assertThat(open(NORD_COORDINATOR, id, "social_services_contact")).hasSize(1);
        NORD_COORDINATOR
                .acting()
                .run(() -> children.contact(
                        id, new Contact(null, Contact.Authority.SOCIAL_SERVICES, "reported", LocalDate.now())));
        assertThat(open(NORD_COORDINATOR, id, "social_services_contact")).isEmpty();
    }

    @Test
    void theClockOfTheSocialServicesEndsWhenTheyTakeOverAndFollowsToOthers() {
        CaseId follows = caseOfNord();
        give(follows, Set.of());
        assertThat(open(SYD_COORDINATOR, follows, "social_services_contact")).hasSize(1);

        CaseId ends = caseOfNord();
        OfferId offer = offers.offerCase(
                NORD_COORDINATOR, ends, MUNICIPALITY_CASEWORKER.place().id());
        MUNICIPALITY_CASEWORKER.acting().run(() -> answering.accept(offer, HolderInside.ON_DUTY));
        assertThat(open(NORD_COORDINATOR, ends, "social_services_contact")).isEmpty();
        assertThat(open(MUNICIPALITY_CASEWORKER, ends, "social_services_contact"))
                .isEmpty();
    }

    private void addTasks(CaseId id) {
        nord(() -> tasks.add(
                id, new NewTask(ACTION, "Fråga om systern", HolderInside.ON_DUTY, LocalDate.of(2026, 12, 1))));
        nord(() -> tasks.add(id, new NewTask(null, "Ring tolken", HolderInside.ON_DUTY, null)));
    }

    private CaseId caseOfNord() {
        return offers.caseOf(NORD_COORDINATOR, "Tid Påhittad");
    }

    /// Gives a case to the office Syd, with some groups of information about the person or none.
    private void give(CaseId id, Set<FieldGroup> groups) {
        OfferId offer = nord(() -> offering.offer(new NewOffer(
                new Offered.WholeCase(id),
                SYD_COORDINATOR.place().id(),
                "Flyttar söderut",
                null,
                groups.isEmpty() ? null : along(groups))));
        SYD_COORDINATOR.acting().run(() -> answering.accept(offer, HolderInside.ON_DUTY));
    }

    private static Along along(Set<FieldGroup> groups) {
        return new Along("coordination", groups, new Basis.LawfulGround("vital_interest", "Behöver vård nu"));
    }

    private List<RunningClock> open(Personas who, CaseId id, String kind) {
        return who.acting().get(() -> clocks.listOpenOfCase(id.value())).stream()
                .filter(clock -> clock.kind().equals(kind))
                .toList();
    }

    private static void trigger(String what) {
        TestInstallation.owner()
                .sql("alter table casework.holding " + what + " trigger times_follow")
                .update();
    }

    private static <T> T nord(Supplier<T> work) {
        return NORD_COORDINATOR.acting().get(work);
    }
}
