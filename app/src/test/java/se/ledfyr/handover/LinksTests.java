package se.ledfyr.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;

/// The way in without an account: one offer, once, with a code.
@HouseTest
class LinksTests {

    @Autowired
    TestOffers offers;

    @Autowired
    Receivers receivers;

    @Autowired
    Links links;

    @Autowired
    Answering answering;

    @Autowired
    Handovers handovers;

    @Autowired
    Needs needs;

    private record Sent(OfferId offer, NeedId need, String secret, String code) {}

    @Test
    void addressAndCodeTogetherOpenTheOneOffer() {
        OrganisationId kommun = receiver();
        Sent sent = send(kommun);
        OfferId other = send(kommun).offer();

        Links.Guest guest = links.enter(sent.secret(), sent.code()).orElseThrow();

        assertThat(links.as(guest, Offer::id)).isEqualTo(sent.offer());
        assertThatExceptionOfType(NotHere.class)
                .as("another offer to the same receiver")
                .isThrownBy(() -> links.as(guest, offer -> handovers.get(other)));
        links.as(guest, offer -> answering.accept(offer.id(), HolderInside.ON_DUTY));
        assertThat(NORD_COORDINATOR.acting().get(() -> needs.get(sent.need())).owedBy())
                .isEqualTo(kommun);
        assertThat(file(sent).answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.by()).isNull());
    }

    @Test
    void aLinkWorksOnce() {
        Sent sent = send(receiver());

        assertThat(links.enter(sent.secret(), sent.code())).isPresent();
        assertThat(links.enter(sent.secret(), sent.code())).isEmpty();
        assertThat(file(sent).links())
                .singleElement()
                .satisfies(link -> assertThat(link.openedAt()).isNotNull());
    }

    @Test
    void afterFiveWrongCodesTheRightOneOpensNothing() {
        Sent sent = send(receiver());
        for (int i = 0; i < 5; i++) {
            assertThat(links.enter(sent.secret(), "0000 000" + i)).isEmpty();
        }

        assertThat(links.enter(sent.secret(), sent.code())).isEmpty();
        assertThat(file(sent).links()).singleElement().satisfies(link -> {
            assertThat(link.failures()).isEqualTo(5);
            assertThat(link.closedAt()).isNotNull();
        });
    }

    @Test
    void aLinkExpiresAndDiesWithItsOfferAndWithTheNextLink() {
        Sent old = send(receiver());
        try (TestTime time = TestTime.travel()) {
            time.forward(Duration.ofDays(15));
            assertThat(links.enter(old.secret(), old.code())).isEmpty();
        }
        Sent replaced = send(receiver());
        NORD_COORDINATOR.acting().run(() -> links.send(replaced.offer()));
        assertThat(links.enter(replaced.secret(), replaced.code())).isEmpty();
    }

    @Test
    void whatTheDatabaseKeepsOpensNothing() {
        Sent sent = send(receiver());
        String kept = TestInstallation.owner()
                .sql("select l::text from handover.link l where offer_id = ?")
                .param(sent.offer().value())
                .query(String.class)
                .single();

        assertThat(kept)
                .doesNotContain(sent.secret())
                .doesNotContain(sent.code().replace(" ", ""));
    }

    @Test
    void onlyTheSenderSendsLinksAndOnlyToThoseWithoutAnAccount() {
        Sent sent = send(receiver());
        SYD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> links.send(sent.offer())));
        CaseId caseId = offers.caseOf(NORD_COORDINATOR, "Hathai Påhittad");
        NeedId need = offers.needOf(NORD_COORDINATOR, caseId, "material", false);
        OfferId toMember =
                offers.offerNeed(NORD_COORDINATOR, need, SYD_COORDINATOR.place().id());
        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> links.send(toMember)));
    }

    @Test
    void aWholeCaseIsNotOfferedToWhoCannotSignIn() {
        OrganisationId kommun = receiver();
        CaseId caseId = offers.caseOf(NORD_COORDINATOR, "Intira Påhittad");

        assertThatExceptionOfType(CannotReceive.class)
                .isThrownBy(() -> offers.offerCase(NORD_COORDINATOR, caseId, kommun));
    }

    @Test
    void anOfficeIsNeverWithoutAnAccount() {
        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> receivers.add(
                                "Falskt kontor", OrganisationKind.REGIONAL_COORDINATION, null, "a@example.org")));
    }

    private OrganisationId receiver() {
        return NORD_COORDINATOR
                .acting()
                .get(() -> receivers
                        .add(
                                "Kommun " + UUID.randomUUID(),
                                OrganisationKind.SOCIAL_SERVICES,
                                "2403",
                                "kommun@example.org")
                        .orElseThrow());
    }

    /// What stands in the mail is read from the outbox, as the receiver would read it.
    private Sent send(OrganisationId to) {
        CaseId caseId = offers.caseOf(NORD_COORDINATOR, "Jira Påhittad");
        NeedId need = offers.needOf(NORD_COORDINATOR, caseId, "safe_housing", true);
        OfferId offer = offers.offerNeed(NORD_COORDINATOR, need, to);
        String code = NORD_COORDINATOR.acting().get(() -> links.send(offer));
        Optional<String> path = TestInstallation.owner()
                .sql("""
                        select path from deadlines.letter where reference = ? and text_key = 'handover.letter.link'
                        order by made_at desc limit 1
                        """)
                .param(offer.reference())
                .query(String.class)
                .optional();
        return new Sent(offer, need, path.orElseThrow().substring("/offer/".length()), code);
    }

    private OfferFile file(Sent sent) {
        return NORD_COORDINATOR.acting().get(() -> handovers.get(sent.offer()));
    }
}
