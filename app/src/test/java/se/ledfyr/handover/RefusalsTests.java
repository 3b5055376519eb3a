package se.ledfyr.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NATIONAL_COORDINATOR;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.POLICE_CASEWORKER;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.TooLate;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.deadlines.Ticks;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.personas.Personas;

/// A no is not the end of it: the police offer, the municipality declines, and the office of the region
/// must find a way.
@HouseTest
class RefusalsTests {

    private static final HolderInside DUTY = HolderInside.ON_DUTY;
    private static final String WHY = "Kommunen menar att någon annan ska. Det brådskar.";

    @Autowired
    TestOffers offers;

    @Autowired
    Handovers handovers;

    @Autowired
    Answering answering;

    @Autowired
    Offering offering;

    @Autowired
    Refusals refusals;

    @Autowired
    Escalations escalations;

    @Autowired
    Chairs chairs;

    @Autowired
    Cases cases;

    @Autowired
    Needs needs;

    @Autowired
    Ticks ticks;

    @Test
    void theSenderTakesANoFurtherAndTheOfficeOwesFromThenOn() {
        NeedId need = need();
        OfferId offer = declined(need);
        police(() -> refusals.takeFurther(offer, WHY));
        ticks.tick();

        OfferFile office = NORD_COORDINATOR.acting().get(() -> handovers.get(offer));
        assertThat(office.notes())
                .as("the office reads what was written to it")
                .extracting(Note::text)
                .containsExactly(WHY);
        assertThat(office.answers()).extracting(Answer::reason).containsExactly(DeclineReason.NOT_OUR_REMIT);
        assertThat(office.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.afterNo()).isTrue());
        assertThat(owner(need)).as("the duty stays with the sender meanwhile").isEqualTo(POLICE_CASEWORKER);

        NORD_COORDINATOR.acting().run(() -> escalations.takeOver(offer, DUTY));

        assertThat(owner(need)).isEqualTo(NORD_COORDINATOR);
        OfferFile sender = POLICE_CASEWORKER.acting().get(() -> handovers.get(offer));
        assertThat(sender.offer().course())
                .isEqualTo(new Course(OfferState.ACCEPTED, Stage.REGION, false, true, false));
        assertThat(sender.entries()).extracting(Escalation::result).containsExactly(Escalation.Result.TAKEN_OVER);
        MUNICIPALITY_CASEWORKER.acting().run(() -> {
            OfferFile receiver = handovers.get(offer);
            assertThat(receiver.entries()).isEmpty();
            assertThat(receiver.notesOf(NoteKind.FURTHER)).isEmpty();
            assertThat(receiver.steps()).isEmpty();
        });
    }

    @Test
    void leftAloneItGoesToTheRegionAndTheNationByItselfAndThenBack() {
        NeedId need = need();
        try (TestTime time = TestTime.travel()) {
            OfferId offer = declined(need);
            assertThat(state(offer)).isEqualTo(OfferState.DECLINED);
            time.forward(Duration.ofHours(25));
            ticks.tick();
            assertThat(state(offer)).isEqualTo(OfferState.TAKEN_FURTHER);
            assertThat(stage(offer)).isEqualTo(Stage.REGION);
            assertThat(NORD_COORDINATOR.acting().get(() -> handovers.get(offer)).may(Step.TAKE_OVER))
                    .isTrue();
            time.forward(Duration.ofHours(25));
            ticks.tick();
            assertThat(stage(offer)).isEqualTo(Stage.NATION);
            assertThat(NATIONAL_COORDINATOR
                            .acting()
                            .get(() -> handovers.get(offer))
                            .may(Step.HAND_BACK))
                    .isTrue();
            time.forward(Duration.ofHours(25));
            ticks.tick();
            OfferFile file = POLICE_CASEWORKER.acting().get(() -> handovers.get(offer));
            assertThat(file.offer().course().state()).isEqualTo(OfferState.DECLINED);
            assertThat(file.entries())
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.result()).isEqualTo(Escalation.Result.SETTLED));
            assertThat(file.may(Step.TAKE_FURTHER)).isFalse();
            assertThat(owner(need)).isEqualTo(POLICE_CASEWORKER);
        }
    }

    @Test
    void whoAsksSomebodyElseHasActedOnTheNo() {
        NeedId need = need();
        try (TestTime time = TestTime.travel()) {
            OfferId offer = declined(need);
            offers.offerNeed(POLICE_CASEWORKER, need, SHELTER_CASEWORKER.place().id());
            POLICE_CASEWORKER
                    .acting()
                    .run(() -> assertThatExceptionOfType(TooLate.class)
                            .isThrownBy(() -> refusals.takeFurther(offer, WHY)));
            time.forward(Duration.ofHours(25));
            ticks.tick();
            assertThat(state(offer)).isEqualTo(OfferState.DECLINED);
            assertThat(mustAct(offer)).isFalse();
        }
    }

    /// The twin: without the rule in the database the first no would go on asking beside the second offer.
    @Test
    void withoutTheRuleTheNoWouldGoOnAsking() {
        NeedId need = need();
        OfferId offer = declined(need);
        trigger("disable");
        try {
            offers.offerNeed(POLICE_CASEWORKER, need, SHELTER_CASEWORKER.place().id());
            assertThat(mustAct(offer)).isTrue();
        } finally {
            trigger("enable");
        }
    }

    @Test
    void thereIsNothingToTakeFurtherOnceTheNeedIsMet() {
        NeedId need = need();
        OfferId offer = declined(need);
        police(() -> needs.meet(need));
        assertThat(mustAct(offer)).isFalse();
    }

    @Test
    void aNoToWhatTheOfficeHasAlreadyLeavesItThere() {
        NeedId need = need();
        try (TestTime time = TestTime.travel()) {
            OfferId offer = offers.offerNeed(
                    POLICE_CASEWORKER, need, MUNICIPALITY_CASEWORKER.place().id());
            time.forward(Duration.ofHours(25));
            ticks.tick();
            sayNo(offer);
            assertThat(state(offer)).isEqualTo(OfferState.TAKEN_FURTHER);
            NORD_COORDINATOR.acting().run(() -> escalations.takeOver(offer, DUTY));
            assertThat(owner(need)).isEqualTo(NORD_COORDINATOR);
        }
    }

    @Test
    void nobodyElseIsAskedWhileAnOfficeHasItUntilTheSenderStopsWaiting() {
        NeedId need = need();
        OfferId offer = declined(need);
        police(() -> refusals.takeFurther(offer, WHY));
        assertThatExceptionOfType(AlreadyOffered.class)
                .isThrownBy(() -> offers.offerNeed(
                        POLICE_CASEWORKER, need, SHELTER_CASEWORKER.place().id()));

        police(() -> offering.letGo(offer, "Härbärget kan i stället"));

        assertThat(state(offer)).isEqualTo(OfferState.DECLINED);
        NORD_COORDINATOR
                .acting()
                .run(() ->
                        assertThatExceptionOfType(TooLate.class).isThrownBy(() -> escalations.takeOver(offer, DUTY)));
        offers.offerNeed(POLICE_CASEWORKER, need, SHELTER_CASEWORKER.place().id());
    }

    @Test
    void theOfficeNamesAnotherAndTheSenderHasItToAskForAgain() {
        NeedId need = need();
        OfferId offer = declined(need);
        police(() -> refusals.takeFurther(offer, WHY));
        NORD_COORDINATOR
                .acting()
                .run(() -> escalations.nameAnother(
                        offer, SHELTER_CASEWORKER.place().id(), "Hamnen har plats"));
        OfferFile file = POLICE_CASEWORKER.acting().get(() -> handovers.get(offer));
        assertThat(file.offer().course().state()).isEqualTo(OfferState.DECLINED);
        assertThat(file.notesOf(NoteKind.ESCALATION)).extracting(Note::text).containsExactly("Hamnen har plats");
        assertThat(file.may(Step.TAKE_FURTHER)).isFalse();
    }

    @Test
    void aWholeCaseIsTakenFurtherInTheSameWay() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, "Nok Påhittad");
        OfferId offer = offers.offerCase(
                POLICE_CASEWORKER, id, MUNICIPALITY_CASEWORKER.place().id());
        sayNo(offer);
        police(() -> refusals.takeFurther(offer, WHY));
        NORD_COORDINATOR.acting().run(() -> escalations.takeOver(offer, DUTY));
        assertThat(NORD_COORDINATOR
                        .acting()
                        .get(() -> cases.get(id))
                        .isHeldBy(NORD_COORDINATOR.place().id()))
                .isTrue();
    }

    @Test
    void anOfficeDoesNotTakeItsOwnNoToItself() {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Oi Påhittad");
        NeedId need = offers.needOf(NORD_COORDINATOR, id, "safe_housing", true);
        OfferId offer = offers.offerNeed(
                NORD_COORDINATOR, need, MUNICIPALITY_CASEWORKER.place().id());
        sayNo(offer);
        NORD_COORDINATOR.acting().run(() -> refusals.takeFurther(offer, WHY));
        assertThat(NORD_COORDINATOR.acting().get(() -> handovers.get(offer)).entries())
                .extracting(Escalation::level)
                .containsExactly(Stage.NATION);
    }

    @Test
    void toNobodyAndBystandersThereIsNothingToTakeFurther() {
        OfferId offer = declined(need());
        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> refusals.takeFurther(offer, WHY));
        for (Personas other : List.of(
                MUNICIPALITY_CASEWORKER, NORD_COORDINATOR, SYD_COORDINATOR, NGO_CASEWORKER, NATIONAL_COORDINATOR)) {
            other.acting()
                    .run(() -> assertThatExceptionOfType(NotHere.class)
                            .isThrownBy(() -> refusals.takeFurther(offer, WHY)));
        }
    }

    @Test
    void theChairsViewCountsWhatIsLeftAtANoAndWhatIsWithTheOffices() {
        ChairsFigures before = figures();
        OfferId left = declined(need());
        OfferId further = declined(need());
        police(() -> refusals.takeFurther(further, WHY));
        ChairsFigures waiting = figures();
        assertThat(sum(waiting, ChairsFigures.Waiting::leftAtNo))
                .isEqualTo(sum(before, ChairsFigures.Waiting::leftAtNo) + 1);
        assertThat(sum(waiting, ChairsFigures.Waiting::refused))
                .isEqualTo(sum(before, ChairsFigures.Waiting::refused) + 1);
        assertThat(atRegionAfterNo(waiting, ChairsFigures.AtOffice::waiting))
                .isEqualTo(atRegionAfterNo(before, ChairsFigures.AtOffice::waiting) + 1);
        NORD_COORDINATOR.acting().run(() -> escalations.takeOver(further, DUTY));
        ChairsFigures after = figures();
        assertThat(atRegionAfterNo(after, ChairsFigures.AtOffice::takenOver))
                .isEqualTo(atRegionAfterNo(before, ChairsFigures.AtOffice::takenOver) + 1);
        assertThat(noes(after)).as("a no is a no, whoever took over after it").isEqualTo(noes(before) + 2);
        assertThat(left).isNotEqualTo(further);
    }

    /// The sums are kept up a little each time somebody looks.
    private ChairsFigures figures() {
        for (int i = 0; i < 30; i++) {
            NATIONAL_STATISTICIAN.acting().get(chairs::get);
        }
        return NATIONAL_STATISTICIAN.acting().get(chairs::get);
    }

    private static int sum(ChairsFigures figures, java.util.function.ToIntFunction<ChairsFigures.Waiting> what) {
        return figures.waiting().stream().mapToInt(what).sum();
    }

    private static int atRegionAfterNo(
            ChairsFigures figures, java.util.function.ToIntFunction<ChairsFigures.AtOffice> what) {
        return figures.offices().stream()
                .filter(line -> line.afterNo() && line.level() == Stage.REGION)
                .mapToInt(what)
                .sum();
    }

    private static int noes(ChairsFigures figures) {
        return figures.declined().stream()
                .filter(line -> line.reason() == DeclineReason.NOT_OUR_REMIT)
                .mapToInt(ChairsFigures.Declined::count)
                .sum();
    }

    private NeedId need() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, "Mali Påhittad");
        return offers.needOf(POLICE_CASEWORKER, id, "safe_housing", true);
    }

    private OfferId declined(NeedId need) {
        OfferId offer = offers.offerNeed(
                POLICE_CASEWORKER, need, MUNICIPALITY_CASEWORKER.place().id());
        sayNo(offer);
        return offer;
    }

    private void sayNo(OfferId offer) {
        MUNICIPALITY_CASEWORKER
                .acting()
                .run(() -> answering.decline(
                        offer, new Decline(DeclineReason.NOT_OUR_REMIT, "", true, LocalDate.of(2026, 11, 21))));
    }

    private OfferState state(OfferId offer) {
        return POLICE_CASEWORKER
                .acting()
                .get(() -> handovers.get(offer))
                .offer()
                .course()
                .state();
    }

    private Stage stage(OfferId offer) {
        return POLICE_CASEWORKER
                .acting()
                .get(() -> handovers.get(offer))
                .offer()
                .course()
                .stage();
    }

    private Personas owner(NeedId need) {
        return List.of(POLICE_CASEWORKER, NORD_COORDINATOR).stream()
                .filter(each -> each.place()
                        .id()
                        .equals(POLICE_CASEWORKER
                                .acting()
                                .get(() -> needs.get(need))
                                .owedBy()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean mustAct(OfferId offer) {
        return Objects.requireNonNull(TestInstallation.owner()
                .sql("select next_by is not null from handover.offer where id = ?")
                .param(offer.value())
                .query(Boolean.class)
                .single());
    }

    private static void trigger(String what) {
        TestInstallation.owner()
                .sql("alter table handover.offer " + what + " trigger asks_again")
                .update();
    }

    private static void police(Runnable work) {
        Supplier<Boolean> done = () -> {
            work.run();
            return true;
        };
        assertThat(POLICE_CASEWORKER.acting().get(done)).isTrue();
    }
}
