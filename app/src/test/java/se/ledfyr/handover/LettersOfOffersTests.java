package se.ledfyr.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.POLICE_CASEWORKER;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.consent.Basis;
import se.ledfyr.emergency.Circle;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.NeedId;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.pages.Languages;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;

/// Letters that the database writes for the other end of an offer: to whom, and that nothing stands in them.
@HouseTest
class LettersOfOffersTests {

    private static final Decline NO = new Decline(DeclineReason.NO_PLACE, "Fullt", true, LocalDate.of(2026, 11, 21));

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
    SealedCases sealed;

    @Autowired
    People people;

    @Autowired
    Registrations registrations;

    @Autowired
    Cases cases;

    @Autowired
    Languages languages;

    private record Letter(UUID member, String text, String path) {}

    @Test
    void whoOfferedIsToldOfTheAnswerAndOfNothingElse() {
        OfferId offer = ofPolice();
        assertThat(letters(offer, "handover.letter.answered")).isEmpty();
        MUNICIPALITY_CASEWORKER.acting().run(() -> answering.decline(offer, NO));
        assertThat(letters(offer, "handover.letter.answered"))
                .containsExactly(new Letter(
                        POLICE_CASEWORKER.id().value(), "handover.letter.answered", "/handovers/" + offer.value()));
    }

    @Test
    void whoWithdrawsIsNotToldOfIt() {
        OfferId offer = ofPolice();
        POLICE_CASEWORKER.acting().run(() -> offering.withdraw(offer, "Löst på annat sätt"));
        assertThat(letters(offer, "handover.letter.answered")).isEmpty();
    }

    @Test
    void eachEndIsToldWhenTheOtherHasWritten() {
        OfferId offer = ofPolice();
        MUNICIPALITY_CASEWORKER.acting().run(() -> answering.ask(offer, "Vilket språk?"));
        assertThat(letters(offer, "handover.letter.written"))
                .extracting(Letter::member)
                .containsExactly(POLICE_CASEWORKER.id().value());
        UUID question = POLICE_CASEWORKER
                .acting()
                .get(() -> handovers.get(offer))
                .asked()
                .getFirst()
                .question()
                .id();
        POLICE_CASEWORKER.acting().run(() -> offering.reply(offer, question, "Thailändska"));
        assertThat(letters(offer, "handover.letter.written"))
                .extracting(Letter::member)
                .containsExactlyInAnyOrder(
                        POLICE_CASEWORKER.id().value(),
                        MUNICIPALITY_CASEWORKER.id().value());
    }

    @Test
    void whoTookOverIsToldThatThereIsMoreToRead() {
        OfferId offer = ofPolice();
        MUNICIPALITY_CASEWORKER.acting().run(() -> answering.decline(offer, NO));
        POLICE_CASEWORKER.acting().run(() -> refusals.takeFurther(offer, "Ingen tar det"));
        NORD_COORDINATOR.acting().run(() -> escalations.takeOver(offer, HolderInside.ON_DUTY));
        POLICE_CASEWORKER
                .acting()
                .run(() -> afterwards.tell(
                        offer,
                        new Along(
                                "coordination",
                                Set.of(FieldGroup.IDENTITY),
                                new Basis.LawfulGround("vital_interest", "Behöver vård nu"))));
        assertThat(letters(offer, "handover.letter.told"))
                .extracting(Letter::member)
                .containsExactly(NORD_COORDINATOR.id().value());
    }

    @Test
    void whoHasBeenShutOutGetsNone() {
        Circle circle = Circle.make();
        OfferId offer = ofCircle(circle.outsider(), "Utelåst Påhittad");
        circle.outsider().shutOut();
        MUNICIPALITY_CASEWORKER.acting().run(() -> answering.decline(offer, NO));
        assertThat(letters(offer, "handover.letter.answered")).isEmpty();
    }

    @Test
    void aboutASealedCaseOnlyThoseItIsThereForGetOne() {
        Circle circle = Circle.make();
        OfferId offer = ofCircle(circle.outsider(), "Förseglad Påhittad");
        PersonId person = circle.outsider().acting().get(() -> {
            CaseId id = handovers.get(offer).offer().matter().caseId();
            cases.moveInside(id, HolderInside.of(circle.insider().id()));
            return cases.get(id).person();
        });
        circle.lead()
                .acting()
                .run(() -> sealed.seal(person, Set.of(circle.insider().id()), "hot från släkting"));
        MUNICIPALITY_CASEWORKER.acting().run(() -> answering.decline(offer, NO));
        assertThat(letters(offer, "handover.letter.answered"))
                .extracting(Letter::member)
                .contains(circle.insider().id().value())
                .doesNotContain(circle.outsider().id().value());
    }

    /// The twin: without the seal the letter goes to whoever made the offer.
    @Test
    void aboutACaseThatIsNotSealedWhoeverMadeTheOfferGetsOne() {
        Circle circle = Circle.make();
        OfferId offer = ofCircle(circle.outsider(), "Öppen Påhittad");
        MUNICIPALITY_CASEWORKER.acting().run(() -> answering.decline(offer, NO));
        MemberId outsider = circle.outsider().id();
        assertThat(letters(offer, "handover.letter.answered"))
                .extracting(Letter::member)
                .containsExactly(outsider.value());
    }

    @Test
    void everyLetterThatTheDatabaseWritesHasItsWordsInBothLanguages() {
        List<String> keys =
                TestInstallation.owner().sql("""
                        select distinct m[1] from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
                               regexp_matches(p.prosrc, '''(handover\\.letter\\.[a-z]+)''', 'g') as m
                        where n.nspname = 'handover'
                        """).query(String.class).list();
        assertThat(keys).contains("handover.letter.answered", "handover.letter.written", "handover.letter.told");
        for (Locale language : List.of(Languages.SWEDISH, Languages.ENGLISH)) {
            for (String key : keys) {
                assertThat(languages.in(language).has(key + ".subject")).as(key).isTrue();
                assertThat(languages.in(language).has(key + ".body")).as(key).isTrue();
            }
        }
    }

    private OfferId ofPolice() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, "Brev Påhittad");
        NeedId need = offers.needOf(POLICE_CASEWORKER, id, "safe_housing", true);
        return offers.offerNeed(
                POLICE_CASEWORKER, need, MUNICIPALITY_CASEWORKER.place().id());
    }

    private OfferId ofCircle(Circle.One holder, String name) {
        return holder.acting().get(() -> {
            PersonId person = people.add(Identity.named(name), null, new NameFacts(1990, "TH"));
            CaseId id = cases.open(registrations.register(
                    person, TestFacts.on(LocalDate.of(2026, 11, 20)), Circumstances.notStated()));
            return offering.offer(new NewOffer(
                    new Offered.WholeCase(id), MUNICIPALITY_CASEWORKER.place().id(), TestOffers.WHY, null, null));
        });
    }

    private static List<Letter> letters(OfferId offer, String text) {
        return TestInstallation.owner()
                .sql("select member, text_key, path from deadlines.letter where reference = ? and text_key = ?")
                .params(offer.reference(), text)
                .query((row, number) -> new Letter(
                        row.getObject("member", UUID.class), row.getString("text_key"), row.getString("path")))
                .list();
    }
}
