package se.ledfyr.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NATIONAL_COORDINATOR;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_STATISTICIAN;
import static se.ledfyr.personas.Personas.POLICE_CASEWORKER;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Closing;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.TooLate;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.deadlines.Ticks;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

@HouseTest
class HandoversTests {

    private static final HolderInside DUTY = HolderInside.ON_DUTY;
    private static final Decline NO_PLACE = new Decline(DeclineReason.NO_PLACE, "Fullt i natt", null, null);

    @Autowired
    TestOffers offers;

    @Autowired
    Handovers handovers;

    @Autowired
    Offering offering;

    @Autowired
    Answering answering;

    @Autowired
    Escalations escalations;

    @Autowired
    Boxes boxes;

    @Autowired
    Cases cases;

    @Autowired
    Needs needs;

    @Autowired
    People people;

    @Autowired
    Ticks ticks;

    @Test
    void responsibilityMovesWhenTheReceiverSaysYesAndNotBefore() {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Anong Påhittad");
        OfferId offer = offers.offerCaseWithName(
                NORD_COORDINATOR, id, SYD_COORDINATOR.place().id());
        assertThat(nord(() -> cases.get(id)).isHeldBy(NORD_COORDINATOR.place().id()))
                .isTrue();

        PersonId person = syd(() -> answering.accept(offer, DUTY)).orElseThrow();

        assertThat(syd(() -> cases.get(id)).isHeldBy(SYD_COORDINATOR.place().id()))
                .isTrue();
        assertThat(syd(() -> people.find(person)).orElseThrow().identity().name())
                .isEqualTo("Anong Påhittad");
        assertThat(nord(() -> handovers.get(offer)).offer().course().state()).isEqualTo(OfferState.ACCEPTED);
    }

    @Test
    void toNobodyAndToBystandersThereIsNoOffer() {
        NeedId need = need("safe_housing", true);
        OfferId offer = offers.offerNeed(
                NORD_COORDINATOR, need, SHELTER_CASEWORKER.place().id());

        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> handovers.get(offer));
        for (Personas other : List.of(SYD_COORDINATOR, NGO_CASEWORKER, NATIONAL_COORDINATOR, NORD_STATISTICIAN)) {
            other.acting().run(() -> {
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> handovers.get(offer));
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> answering.accept(offer, DUTY));
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> answering.decline(offer, NO_PLACE));
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> escalations.takeOver(offer, DUTY));
            });
        }
        SYD_COORDINATOR.acting().run(() -> assertThat(lines(Box.INBOX)).doesNotContain(offer));
    }

    @Test
    void onlyTheReceiverCanAccept() {
        NeedId need = need("safe_housing", false);
        OfferId offer = offers.offerNeed(
                NORD_COORDINATOR, need, SHELTER_CASEWORKER.place().id());

        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> answering.accept(offer, DUTY)));

        SHELTER_CASEWORKER.acting().run(() -> answering.accept(offer, DUTY));
        assertThat(nord(() -> needs.get(need)).owedBy())
                .isEqualTo(SHELTER_CASEWORKER.place().id());
    }

    @Test
    void oneIsAskedAtATime() {
        NeedId need = need("safe_housing", false);
        offers.offerNeed(NORD_COORDINATOR, need, SHELTER_CASEWORKER.place().id());

        assertThatExceptionOfType(AlreadyOffered.class)
                .isThrownBy(() -> offers.offerNeed(
                        NORD_COORDINATOR, need, NGO_CASEWORKER.place().id()));
    }

    @Test
    void aNoIsCodedAndTheSenderMayAskSomebodyElse() {
        NeedId need = need("safe_housing", false);
        OfferId offer = offers.offerNeed(
                NORD_COORDINATOR, need, SHELTER_CASEWORKER.place().id());
        SHELTER_CASEWORKER.acting().run(() -> answering.decline(offer, NO_PLACE));

        OfferFile file = nord(() -> handovers.get(offer));
        assertThat(file.offer().course().state()).isEqualTo(OfferState.DECLINED);
        assertThat(file.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.reason()).isEqualTo(DeclineReason.NO_PLACE);
            assertThat(answer.late()).isFalse();
        });
        assertThat(file.notesOf(NoteKind.DECLINE)).extracting(Note::text).containsExactly("Fullt i natt");
        assertThat(nord(() -> needs.get(need)).owedBy())
                .isEqualTo(NORD_COORDINATOR.place().id());
        offers.offerNeed(NORD_COORDINATOR, need, NGO_CASEWORKER.place().id());
    }

    @Test
    void anAuthorityMustSayWhetherItDecidedInWriting() {
        NeedId need = need("financial", false);
        OfferId offer = offers.offerNeed(
                NORD_COORDINATOR, need, MUNICIPALITY_CASEWORKER.place().id());
        Decline silent = new Decline(DeclineReason.NOT_OUR_REMIT, "", null, null);
        Decline written = new Decline(DeclineReason.NOT_OUR_REMIT, "", true, LocalDate.now());

        MUNICIPALITY_CASEWORKER.acting().run(() -> {
            assertThatIllegalArgumentException().isThrownBy(() -> answering.decline(offer, silent));
            answering.decline(offer, written);
        });
        assertThat(nord(() -> handovers.get(offer)).answers().getFirst().decidedOn())
                .isEqualTo(LocalDate.now());
    }

    @Test
    void whatWasWrittenIsGoneForTheReceiverOnceTheOfferIsTakenBack() {
        NeedId need = need("legal_advice", false);
        OfferId offer =
                offers.offerNeed(NORD_COORDINATOR, need, NGO_CASEWORKER.place().id());
        assertThat(ngo(() -> handovers.get(offer)).notes())
                .extracting(Note::text)
                .containsExactly(TestOffers.WHY);

        nord(() -> {
            offering.withdraw(offer, "Personen har redan fått hjälp");
            return offer;
        });

        assertThat(ngo(() -> handovers.get(offer)).notes()).isEmpty();
        assertThat(nord(() -> handovers.get(offer)).notes()).hasSize(2);
        NGO_CASEWORKER
                .acting()
                .run(() -> assertThatExceptionOfType(TooLate.class).isThrownBy(() -> answering.accept(offer, DUTY)));
    }

    @Test
    void aQuestionIsAnsweredAndTheClockGoesOn() {
        NeedId need = need("legal_advice", false);
        OfferId offer =
                offers.offerNeed(NORD_COORDINATOR, need, NGO_CASEWORKER.place().id());
        ngo(() -> {
            answering.ask(offer, "Vilket språk?");
            return offer;
        });
        UUID question =
                nord(() -> handovers.get(offer)).asked().getFirst().question().id();
        assertThat(nord(() -> boxes.list(Box.OUTBOX, null)).lines())
                .anySatisfy(line -> assertThat(line.asked()).isTrue());

        nord(() -> {
            offering.reply(offer, question, "Thailändska");
            return offer;
        });

        OfferFile file = ngo(() -> handovers.get(offer));
        assertThat(Objects.requireNonNull(file.asked().getFirst().reply()).text())
                .isEqualTo("Thailändska");
        assertThat(file.offer().isOpen()).isTrue();
    }

    @Test
    void silenceIsCarriedToTheRegionAndThenToTheNationAndThenBack() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, "Decha Påhittad");
        NeedId need = offers.needOf(POLICE_CASEWORKER, id, "safe_housing", true);
        OfferId offer = offers.offerNeed(
                POLICE_CASEWORKER, need, MUNICIPALITY_CASEWORKER.place().id());
        try (TestTime time = TestTime.travel()) {
            ticks.tick();
            assertThat(municipality(() -> boxes.count()).inbox()).isPositive();
            time.forward(Duration.ofHours(13));
            ticks.tick();
            assertThat(police(offer).course().stage()).isEqualTo(Stage.REMINDED);
            time.forward(Duration.ofHours(12));
            ticks.tick();
            assertThat(police(offer).course().stage()).isEqualTo(Stage.REGION);
            OfferFile seen = nord(() -> handovers.get(offer));
            assertThat(seen.notes()).as("an office reads no words").isEmpty();
            assertThat(nord(() -> handovers.look(seen.offer()))).isEmpty();
            NATIONAL_COORDINATOR
                    .acting()
                    .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> handovers.get(offer)));
            time.forward(Duration.ofHours(25));
            ticks.tick();
            assertThat(police(offer).course().stage()).isEqualTo(Stage.NATION);
            assertThat(national(() -> handovers.get(offer)).may(Step.HAND_BACK)).isTrue();
            time.forward(Duration.ofHours(25));
            ticks.tick();
            assertThat(police(offer).course().state()).isEqualTo(OfferState.EXPIRED);
            assertThat(police(() -> handovers.get(offer)).entries())
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.result()).isEqualTo(Escalation.Result.SETTLED));
            assertThat(police(() -> needs.get(need)).owedBy())
                    .as("the duty never left the sender")
                    .isEqualTo(POLICE_CASEWORKER.place().id());
            municipality(() -> {
                answering.decline(
                        offer, new Decline(DeclineReason.NOT_OUR_REMIT, "", true, LocalDate.of(2026, 11, 21)));
                return offer;
            });
            assertThat(police(() -> handovers.get(offer)).answers())
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.late()).isTrue());
        }
    }

    @Test
    void anOfficeThatTakesOverOwesFromThenOn() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, "Ekkarat Påhittad");
        OfferId offer = offers.offerCase(
                POLICE_CASEWORKER, id, MUNICIPALITY_CASEWORKER.place().id());
        try (TestTime time = TestTime.travel()) {
            time.forward(Duration.ofDays(20));
            ticks.tick();
            assertThat(nord(() -> lines(Box.ESCALATED))).contains(offer);

            nord(() -> {
                escalations.takeOver(offer, DUTY);
                return offer;
            });

            assertThat(nord(() -> cases.get(id))
                            .isHeldBy(NORD_COORDINATOR.place().id()))
                    .isTrue();
            assertThat(police(() -> handovers.get(offer)).entries().getFirst().result())
                    .isEqualTo(Escalation.Result.TAKEN_OVER);
            MUNICIPALITY_CASEWORKER
                    .acting()
                    .run(() ->
                            assertThatExceptionOfType(TooLate.class).isThrownBy(() -> answering.accept(offer, DUTY)));
        }
    }

    @Test
    void ofTwoWhoPressAtTheSameMomentOneIsTheHolderAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 20; round++) {
            CaseId id = offers.caseOf(POLICE_CASEWORKER, "Fai Påhittad " + round);
            OfferId offer = offers.offerCase(
                    POLICE_CASEWORKER, id, MUNICIPALITY_CASEWORKER.place().id());
            try (TestTime time = TestTime.travel()) {
                time.forward(Duration.ofDays(20));
                ticks.tick();
                List<Boolean> won = together(
                        () -> MUNICIPALITY_CASEWORKER.acting().call(() -> answering.accept(offer, DUTY)),
                        () -> NORD_COORDINATOR.acting().call(() -> {
                            escalations.takeOver(offer, DUTY);
                            return offer;
                        }));
                assertThat(won).containsExactlyInAnyOrder(true, false);
                assertThat(TestInstallation.owner()
                                .sql("select count(*) from casework.holding where case_id = ? and ended is null")
                                .param(id.value())
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void theReceiptFollowsTheCaseWithoutItsDetails() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, "Gai Påhittad");
        OfferId offer =
                offers.offerCase(POLICE_CASEWORKER, id, NORD_COORDINATOR.place().id());
        nord(() -> answering.accept(offer, DUTY));
        assertThat(Objects.requireNonNull(police(offer).ending()).endedAt()).isNull();

        nord(() -> {
            cases.close(id, new Closing("own_feet", "Allt är klart"));
            return id;
        });

        Ending ending = Objects.requireNonNull(police(offer).ending());
        assertThat(ending.endedAt()).isNotNull();
        assertThat(ending.outcome()).isEqualTo("own_feet");
    }

    @Test
    void whatWasWrittenIsDestroyedForBothEndsWithThePerson() {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Kanya Påhittad");
        NeedId need = offers.needOf(NORD_COORDINATOR, id, "material", false);
        OfferId offer =
                offers.offerNeed(NORD_COORDINATOR, need, NGO_CASEWORKER.place().id());
        assertThat(ngo(() -> handovers.get(offer)).notes())
                .extracting(Note::text)
                .containsExactly(TestOffers.WHY);

        nord(() -> {
            people.erase(cases.get(id).person(), "Personen begär det");
            return id;
        });

        assertThat(ngo(() -> handovers.get(offer)).notes())
                .extracting(Note::text)
                .containsOnlyNulls();
        assertThat(nord(() -> handovers.get(offer)).notes())
                .extracting(Note::text)
                .containsOnlyNulls();
    }

    @Test
    void aNeedThatIsMetIsOfferedNoMore() {
        NeedId need = need("material", false);
        OfferId offer =
                offers.offerNeed(NORD_COORDINATOR, need, NGO_CASEWORKER.place().id());

        nord(() -> {
            needs.meet(need);
            return need;
        });

        assertThat(nord(() -> handovers.get(offer)).offer().course().state()).isEqualTo(OfferState.WITHDRAWN);
    }

    private NeedId need(String type, boolean acute) {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Busaba Påhittad");
        return offers.needOf(NORD_COORDINATOR, id, type, acute);
    }

    private List<OfferId> lines(Box box) {
        List<OfferId> ids = new ArrayList<>();
        OfferPage page = boxes.list(box, null);
        page.lines().forEach(line -> ids.add(line.id()));
        while (page.next() != null) {
            page = boxes.list(box, page.next());
            page.lines().forEach(line -> ids.add(line.id()));
        }
        return ids;
    }

    private Offer police(OfferId id) {
        return police(() -> handovers.get(id)).offer();
    }

    /// Whether each came through, when all begin at the same moment.
    private static List<Boolean> together(Callable<?>... all) throws Exception {
        CyclicBarrier start = new CyclicBarrier(all.length);
        try (ExecutorService pool = Executors.newFixedThreadPool(all.length)) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (Callable<?> one : all) {
                results.add(pool.submit(() -> {
                    start.await();
                    try {
                        one.call();
                        return true;
                    } catch (TooLate late) {
                        return false;
                    }
                }));
            }
            List<Boolean> won = new ArrayList<>();
            for (Future<Boolean> result : results) {
                won.add(result.get());
            }
            return won;
        }
    }

    private static <T> T nord(java.util.function.Supplier<T> work) {
        return NORD_COORDINATOR.acting().get(work);
    }

    private static <T> T syd(java.util.function.Supplier<T> work) {
        return SYD_COORDINATOR.acting().get(work);
    }

    private static <T> T ngo(java.util.function.Supplier<T> work) {
        return NGO_CASEWORKER.acting().get(work);
    }

    private static <T> T police(java.util.function.Supplier<T> work) {
        return POLICE_CASEWORKER.acting().get(work);
    }

    private static <T> T municipality(java.util.function.Supplier<T> work) {
        return MUNICIPALITY_CASEWORKER.acting().get(work);
    }

    private static <T> T national(java.util.function.Supplier<T> work) {
        return NATIONAL_COORDINATOR.acting().get(work);
    }
}
