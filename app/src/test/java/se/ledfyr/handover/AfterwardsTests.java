package se.ledfyr.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NATIONAL_COORDINATOR;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.POLICE_CASEWORKER;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.consent.Basis;
import se.ledfyr.consent.ConsentId;
import se.ledfyr.consent.ConsentTerms;
import se.ledfyr.consent.Consents;
import se.ledfyr.consent.NoConsent;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelFate;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

/// An office that took over after a no knows nobody's name, until the one before tells it.
@HouseTest
class AfterwardsTests {

    private static final String NAME = "Lek Efteråt";
    private static final Set<FieldGroup> WHO = Set.of(FieldGroup.IDENTITY, FieldGroup.BASICS);

    @Autowired
    TestOffers offers;

    @Autowired
    Handovers handovers;

    @Autowired
    Answering answering;

    @Autowired
    Refusals refusals;

    @Autowired
    Escalations escalations;

    @Autowired
    Afterwards afterwards;

    @Autowired
    Consents consents;

    @Autowired
    Cases cases;

    @Autowired
    Needs needs;

    @Autowired
    People people;

    @Test
    void theOfficeIsToldWhoItIsAndTakesItIntoTheCase() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, NAME);
        OfferId offer = takenOver(offers.offerCase(
                POLICE_CASEWORKER, id, MUNICIPALITY_CASEWORKER.place().id()));
        PersonId bare = nord(() -> cases.get(id)).person();
        assertThat(nord(() -> people.find(bare)).orElseThrow().identity().isEmpty())
                .isTrue();

        police(() -> afterwards.tell(offer, onGround(WHO)));

        ParcelId parcel = arrived(offer).getFirst();
        assertThat(nord(() -> people.find(bare)).orElseThrow().identity().isEmpty())
                .as("nothing is taken in by itself")
                .isTrue();
        assertThat(nord(() -> afterwards.takeIn(offer, parcel))).isEqualTo(bare);
        assertThat(nord(() -> people.find(bare)).orElseThrow().identity().name())
                .isEqualTo(NAME);
        assertThat(nord(() -> people.search(NAME))).as("and is found by it").contains(bare);
        assertThat(fate(offer).adoptedAt()).isNotNull();
        assertThat(noted(POLICE_CASEWORKER, "OFFER_TOLD_AFTERWARDS", offer)).isPositive();
        assertThat(noted(NORD_COORDINATOR, "OFFER_TAKEN_IN", offer)).isPositive();
    }

    @Test
    void whatIsToldLaterIsAddedToWhatWasToldBefore() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, NAME);
        OfferId offer = takenOver(offers.offerCase(
                POLICE_CASEWORKER, id, MUNICIPALITY_CASEWORKER.place().id()));
        for (Set<FieldGroup> groups : List.of(WHO, Set.of(FieldGroup.CONTACT))) {
            police(() -> afterwards.tell(offer, onGround(groups)));
        }
        arrived(offer).forEach(parcel -> nord(() -> afterwards.takeIn(offer, parcel)));
        PersonId person = nord(() -> cases.get(id)).person();
        assertThat(nord(() -> people.find(person)).orElseThrow().identity().name())
                .isEqualTo(NAME);
    }

    @Test
    void forOneNeedThePersonBecomesAFileOfTheOfficesOwn() {
        OfferId offer = needTakenOver();
        police(() -> afterwards.tell(offer, onGround(WHO)));
        PersonId person = nord(() -> afterwards.takeIn(offer, arrived(offer).getFirst()));
        NeedId need = java.util.Objects.requireNonNull(
                nord(() -> handovers.get(offer)).offer().matter().need());
        assertThat(nord(() -> needs.findOwnFile(need))).contains(person);
        assertThat(nord(() -> people.find(person)).orElseThrow().identity().name())
                .isEqualTo(NAME);
    }

    @Test
    void withoutAConsentThatCoversItNothingIsTold() {
        OfferId offer = needTakenOver();
        POLICE_CASEWORKER
                .acting()
                .run(() -> assertThatExceptionOfType(NoConsent.class)
                        .isThrownBy(() -> afterwards.tell(offer, new Along("support", WHO, Basis.consent()))));
        assertThat(arrived(offer)).isEmpty();
    }

    @Test
    void aWithdrawalStopsWhatHasNotBeenTakenIn() {
        OfferId offer = needTakenOver();
        ConsentId consent = consent(offer);
        police(() -> afterwards.tell(offer, new Along("support", WHO, Basis.consent())));
        ParcelId parcel = arrived(offer).getFirst();

        police(() -> consents.withdraw(consent));

        assertThat(arrived(offer)).isEmpty();
        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> afterwards.takeIn(offer, parcel)));
        assertThat(fate(offer).closedAt()).isNotNull();
    }

    /// The twin: a consent that were only marked as withdrawn would stop nothing.
    @Test
    void aWithdrawalThatClosedNothingWouldStopNothing() {
        OfferId offer = needTakenOver();
        ConsentId consent = consent(offer);
        police(() -> afterwards.tell(offer, new Along("support", WHO, Basis.consent())));
        TestInstallation.owner()
                .sql("update consent.consent set withdrawn_at = now() where id = ?")
                .param(consent.value())
                .update();
        PersonId person = nord(() -> afterwards.takeIn(offer, arrived(offer).getFirst()));
        assertThat(nord(() -> people.find(person)).orElseThrow().identity().name())
                .isEqualTo(NAME);
    }

    @Test
    void whatWasTakenInStaysAndIsTakenInOnce() {
        OfferId offer = needTakenOver();
        ConsentId consent = consent(offer);
        police(() -> afterwards.tell(offer, new Along("support", WHO, Basis.consent())));
        ParcelId parcel = arrived(offer).getFirst();
        PersonId person = nord(() -> afterwards.takeIn(offer, parcel));
        police(() -> consents.withdraw(consent));
        assertThat(nord(() -> people.find(person)).orElseThrow().identity().name())
                .isEqualTo(NAME);
        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> afterwards.takeIn(offer, parcel)));
    }

    @Test
    void toNobodyAndBystandersNothingWasTold() {
        OfferId offer = needTakenOver();
        police(() -> afterwards.tell(offer, onGround(WHO)));
        ParcelId parcel = arrived(offer).getFirst();
        Offer seen = police(offer);
        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> afterwards.tell(offer, onGround(WHO)));
        for (Personas other : List.of(MUNICIPALITY_CASEWORKER, SYD_COORDINATOR, NGO_CASEWORKER, NATIONAL_COORDINATOR)) {
            other.acting().run(() -> {
                assertThat(afterwards.listArrived(seen)).isEmpty();
                assertThat(afterwards.listTold(seen)).isEmpty();
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> afterwards.takeIn(offer, parcel));
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> afterwards.tell(offer, onGround(WHO)));
            });
        }
        POLICE_CASEWORKER
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> afterwards.takeIn(offer, parcel)));
    }

    @Test
    void whileNobodyHasTakenOverThereIsNobodyToTell() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, NAME);
        OfferId offer = offers.offerCase(
                POLICE_CASEWORKER, id, MUNICIPALITY_CASEWORKER.place().id());
        POLICE_CASEWORKER
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class)
                        .isThrownBy(() -> afterwards.tell(offer, onGround(WHO))));
    }

    private OfferId needTakenOver() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, NAME);
        NeedId need = offers.needOf(POLICE_CASEWORKER, id, "safe_housing", true);
        return takenOver(offers.offerNeed(
                POLICE_CASEWORKER, need, MUNICIPALITY_CASEWORKER.place().id()));
    }

    private OfferId takenOver(OfferId offer) {
        MUNICIPALITY_CASEWORKER
                .acting()
                .run(() -> answering.decline(
                        offer, new Decline(DeclineReason.NOT_OUR_REMIT, "", true, LocalDate.of(2026, 11, 21))));
        police(() -> refusals.takeFurther(offer, "Ingen tar det"));
        NORD_COORDINATOR.acting().run(() -> escalations.takeOver(offer, HolderInside.ON_DUTY));
        return offer;
    }

    private ConsentId consent(OfferId offer) {
        return POLICE_CASEWORKER
                .acting()
                .get(() -> consents.record(
                        cases.get(police(offer).matter().caseId()).person(),
                        new ConsentTerms(
                                "support",
                                Set.of(NORD_COORDINATOR.place().id()),
                                WHO,
                                "self",
                                "spoken",
                                "th",
                                "telephone",
                                "Vittne Provsson",
                                LocalDate.of(2020, 1, 1),
                                null)));
    }

    private Offer police(OfferId offer) {
        return POLICE_CASEWORKER.acting().get(() -> handovers.get(offer)).offer();
    }

    private ParcelFate fate(OfferId offer) {
        Offer seen = police(offer);
        return POLICE_CASEWORKER
                .acting()
                .get(() -> afterwards.listTold(seen))
                .getFirst()
                .fate();
    }

    private List<ParcelId> arrived(OfferId offer) {
        Offer seen = nord(() -> handovers.get(offer)).offer();
        return nord(() -> afterwards.listArrived(seen)).stream()
                .map(se.ledfyr.people.OpenedParcel::id)
                .toList();
    }

    private static int noted(Personas where, String action, OfferId offer) {
        return TestInstallation.owner()
                .sql("select count(*) from audit.entry where organisation = ? and action = ? and ? = any (subjects)")
                .params(where.place().id().value(), action, offer.value())
                .query(Integer.class)
                .single();
    }

    private static Along onGround(Set<FieldGroup> groups) {
        return new Along("coordination", groups, new Basis.LawfulGround("vital_interest", "Behöver vård nu"));
    }

    private static <T> T nord(Supplier<T> work) {
        return NORD_COORDINATOR.acting().get(work);
    }

    private static void police(Runnable work) {
        POLICE_CASEWORKER.acting().run(work);
    }
}
