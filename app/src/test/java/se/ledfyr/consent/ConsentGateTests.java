package se.ledfyr.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.people.FieldGroup.BASICS;
import static se.ledfyr.people.FieldGroup.CONTACT;
import static se.ledfyr.people.FieldGroup.IDENTITY;
import static se.ledfyr.people.FieldGroup.NEEDS;
import static se.ledfyr.people.FieldGroup.SITUATION;
import static se.ledfyr.personas.Personas.NATIONAL_AUDITOR;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_AUDITOR;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_LEAD;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditTrail;
import se.ledfyr.audit.Search;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.Identifier;
import se.ledfyr.people.Identity;
import se.ledfyr.people.IdentityKind;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.OpenedParcel;
import se.ledfyr.people.ParcelContent;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.Parcels;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.Protection;

/// What leaves an organisation, on what, and what the receiver gets of it.
@HouseTest
class ConsentGateTests {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final OrganisationId NGO = NGO_CASEWORKER.place().id();
    private static final OrganisationId SYD = SYD_COORDINATOR.place().id();
    private static final Identity FULL = new Identity(
            "Ebba Provdotter",
            List.of("Bibbi"),
            List.of(new Identifier(IdentityKind.PERSONAL_NUMBER, "199105252382")),
            List.of("0701740606"),
            "Provgatan 2");

    @Autowired
    private ConsentGate gate;

    @Autowired
    private Consents consents;

    @Autowired
    private Parcels parcels;

    @Autowired
    private People people;

    @Autowired
    private AuditTrail trail;

    @Test
    void withoutAConsentNothingLeaves() throws Exception {
        PersonId person = person(null);

        assertThatExceptionOfType(NoConsent.class).isThrownBy(() -> share(person, NGO, Set.of(IDENTITY)));
        assertThat(parcelsOf(person)).isZero();
    }

    @Test
    void aConsentLetsThroughWhatItCoversAndNothingElse() throws Exception {
        PersonId person = person(null);
        consent(person, Set.of(NGO), Set.of(IDENTITY, BASICS), null);

        assertThat(share(person, NGO, Set.of(IDENTITY))).isNotNull();
        assertThatExceptionOfType(NoConsent.class)
                .as("another receiver")
                .isThrownBy(() -> share(person, SYD, Set.of(IDENTITY)));
        assertThatExceptionOfType(NoConsent.class)
                .as("another group")
                .isThrownBy(() -> share(person, NGO, Set.of(IDENTITY, CONTACT)));
        assertThatExceptionOfType(NoConsent.class)
                .as("another purpose")
                .isThrownBy(() -> NORD_COORDINATOR
                        .acting()
                        .call(() -> gate.share(new ShareRequest(
                                person, NGO, "permit", ParcelContent.of(Set.of(IDENTITY)), Basis.consent()))));
        PersonId other = person(null);
        assertThatExceptionOfType(NoConsent.class)
                .as("another person")
                .isThrownBy(() -> share(other, NGO, Set.of(IDENTITY)));
    }

    @Test
    void aConsentThatHasEndedOrNotBegunLetsNothingThrough() throws Exception {
        PersonId person = person(null);
        consent(person, Set.of(NGO), Set.of(IDENTITY), LONG_AGO.plusYears(1));
        NORD_COORDINATOR
                .acting()
                .call(() ->
                        consents.record(person, terms(Set.of(NGO), Set.of(IDENTITY), LocalDate.of(2100, 1, 1), null)));

        assertThatExceptionOfType(NoConsent.class).isThrownBy(() -> share(person, NGO, Set.of(IDENTITY)));
    }

    @Test
    void theReceiverReadsWhatWasSharedAndNotWhoItIsUntilTheyTakeOver() throws Exception {
        PersonId person = person(null);
        consent(person, Set.of(NGO), Set.of(IDENTITY, SITUATION, NEEDS), null);
        ParcelId parcel = NORD_COORDINATOR
                .acting()
                .call(() -> gate.share(new ShareRequest(
                        person,
                        NGO,
                        "support",
                        new ParcelContent(
                                Set.of(IDENTITY, SITUATION), Map.of(SITUATION, Map.of("words", "Sover i en bil"))),
                        Basis.consent())))
                .parcel();

        OpenedParcel opened =
                NGO_CASEWORKER.acting().call(() -> parcels.look(parcel)).orElseThrow();
        assertThat(opened.content().groups()).containsExactlyInAnyOrder(IDENTITY, SITUATION);
        assertThat(opened.content().values()).isEqualTo(Map.of(SITUATION, Map.of("words", "Sover i en bil")));
        assertThat(opened.toString()).doesNotContain("bil");

        PersonId own = NGO_CASEWORKER.acting().call(() -> parcels.adopt(parcel));
        Identity got = NGO_CASEWORKER
                .acting()
                .call(() -> people.find(own))
                .orElseThrow()
                .identity();
        assertThat(got.name()).isEqualTo("Ebba Provdotter");
        assertThat(got.identifiers()).isEqualTo(FULL.identifiers());
        assertThat(got.telephones()).as("contact was not shared").isEmpty();
        assertThat(got.address()).as("contact was not shared").isNull();
        assertThatExceptionOfType(NotHere.class)
                .as("a second time")
                .isThrownBy(() -> NGO_CASEWORKER.acting().call(() -> parcels.adopt(parcel)));
    }

    @Test
    void whereOnlyContactIsSharedThereIsNoName() throws Exception {
        PersonId person = person(null);
        consent(person, Set.of(NGO), Set.of(CONTACT), null);
        ParcelId parcel = share(person, NGO, Set.of(CONTACT)).parcel();

        PersonId own = NGO_CASEWORKER.acting().call(() -> parcels.adopt(parcel));

        assertThat(NGO_CASEWORKER
                        .acting()
                        .call(() -> people.find(own))
                        .orElseThrow()
                        .identity())
                .isEqualTo(new Identity(null, List.of(), List.of(), FULL.telephones(), FULL.address()));
    }

    @Test
    void whoeverIsProtectedStaysProtectedAtTheReceiver() throws Exception {
        PersonId person = person(Protection.PROTECTED_REGISTRATION);
        consent(person, Set.of(NGO), Set.of(IDENTITY), null);
        ParcelId parcel = share(person, NGO, Set.of(IDENTITY)).parcel();

        PersonId own = NGO_CASEWORKER.acting().call(() -> parcels.adopt(parcel));

        assertThat(NGO_CASEWORKER
                        .acting()
                        .call(() -> people.find(own))
                        .orElseThrow()
                        .masked())
                .isTrue();
        assertThat(NGO_CASEWORKER
                        .acting()
                        .call(() -> people.reveal(own, "Prov"))
                        .name())
                .isEqualTo("Ebba Provdotter");
    }

    @Test
    void aParcelIsThereForItsTwoEndsOnly() throws Exception {
        PersonId person = person(null);
        consent(person, Set.of(NGO), Set.of(IDENTITY), null);
        ParcelId parcel = share(person, NGO, Set.of(IDENTITY)).parcel();

        assertThat(SYD_COORDINATOR.acting().call(() -> parcels.look(parcel))).isEmpty();
        assertThat(SYD_COORDINATOR.acting().call(() -> parcels.close(parcel))).isFalse();
        assertThat(SYD_COORDINATOR.acting().call(() -> parcels.fates(List.of(parcel))))
                .isEmpty();
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> SYD_COORDINATOR.acting().call(() -> parcels.adopt(parcel)));
        assertThat(NORD_COORDINATOR.acting().call(() -> parcels.look(parcel)))
                .as("the sender has the file, and opens no parcel")
                .isEmpty();
        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> parcels.look(parcel));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_AUDITOR.acting().call(() -> parcels.look(parcel)));
    }

    @Test
    void bystandersAndNobodyFindNeitherConsentsNorShares() throws Exception {
        PersonId person = person(null);
        ConsentId consent = consent(person, Set.of(NGO), Set.of(IDENTITY), null);
        share(person, NGO, Set.of(IDENTITY));

        for (var other : List.of(SYD_COORDINATOR, NGO_CASEWORKER)) {
            assertThat(other.acting().call(() -> consents.find(consent))).isEmpty();
            assertThat(other.acting().call(() -> consents.listOf(person))).isEmpty();
            assertThat(other.acting().call(() -> consents.listShares(person))).isEmpty();
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> other.acting().call(() -> consents.withdraw(consent)));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> other.acting()
                            .call(() -> consents.record(
                                    person,
                                    terms(Set.of(NORD_COORDINATOR.place().id()), Set.of(IDENTITY), LONG_AGO, null))));
        }
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> consents.listOf(person));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> gate.share(
                        new ShareRequest(person, NGO, "support", ParcelContent.of(Set.of(IDENTITY)), Basis.consent())));
    }

    @Test
    void aWithdrawalStopsAtOnceAndSaysWhatWentAlready() throws Exception {
        PersonId person = person(null);
        ConsentId consent = consent(person, Set.of(NGO, SYD), Set.of(IDENTITY), null);
        ParcelId unread = share(person, NGO, Set.of(IDENTITY)).parcel();
        ParcelId read = share(person, NGO, Set.of(IDENTITY)).parcel();
        ParcelId adopted = share(person, SYD, Set.of(IDENTITY)).parcel();
        NGO_CASEWORKER.acting().call(() -> parcels.look(read));
        PersonId atSyd = SYD_COORDINATOR.acting().call(() -> parcels.adopt(adopted));

        Withdrawal withdrawal = NORD_COORDINATOR.acting().call(() -> consents.withdraw(consent));

        assertThat(withdrawal.stopped()).extracting(ShareLine::parcel).containsExactlyInAnyOrder(unread, read);
        assertThat(withdrawal.gone()).extracting(ShareLine::parcel).containsExactlyInAnyOrder(read, adopted);
        assertThat(NGO_CASEWORKER.acting().call(() -> parcels.look(unread))).isEmpty();
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NGO_CASEWORKER.acting().call(() -> parcels.adopt(read)));
        assertThat(SYD_COORDINATOR.acting().call(() -> people.find(atSyd)))
                .as("what was adopted is the receiver's")
                .isPresent();
        assertThatExceptionOfType(NoConsent.class).isThrownBy(() -> share(person, NGO, Set.of(IDENTITY)));
        assertThatExceptionOfType(NotHere.class)
                .as("once is enough")
                .isThrownBy(() -> NORD_COORDINATOR.acting().call(() -> consents.withdraw(consent)));
    }

    @Test
    void aLawfulGroundNeedsToBeValidThatDayAndAReason() throws Exception {
        PersonId person = person(null);

        assertThat(share(person, NGO, new Basis.LawfulGround("crime", "Misstanke om grovt brott")))
                .isNotNull();
        assertThatExceptionOfType(NoConsent.class)
                .isThrownBy(() -> share(person, NGO, new Basis.LawfulGround("no_such_law", "Skäl")));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> share(person, NGO, new Basis.LawfulGround("crime", " ")));
    }

    @Test
    void onlyALeadOverridesAndTheAuditorReadsWhy() throws Exception {
        PersonId person = person(null);
        Basis override = new Basis.Override("Fara för liv, ingen tolk nås");
        ShareRequest request =
                new ShareRequest(person, NGO, "acute_protection", ParcelContent.of(Set.of(IDENTITY)), override);

        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().call(() -> gate.share(request)));
        assertThat(NORD_LEAD.acting().call(() -> gate.share(request))).isNotNull();

        for (var auditor : List.of(NORD_AUDITOR, NATIONAL_AUDITOR)) {
            assertThat(auditor.acting().call(() -> trail.list(new Search(null, Action.CONSENT_OVERRIDDEN, null, null))))
                    .as("read by %s", auditor)
                    .anyMatch(entry -> "Fara för liv, ingen tolk nås".equals(entry.reason()));
        }
    }

    @Test
    void erasingAPersonDestroysTheParcelsThatAreStillOnTheirWay() throws Exception {
        PersonId person = person(null);
        consent(person, Set.of(NGO), Set.of(IDENTITY), null);
        ParcelId parcel = share(person, NGO, Set.of(IDENTITY)).parcel();

        NORD_COORDINATOR.acting().run(() -> people.erase(person, "Gallring"));

        assertThat(NGO_CASEWORKER.acting().call(() -> parcels.look(parcel))).isEmpty();
        assertThat(keys(parcel)).isZero();
    }

    private PersonId person(@Nullable Protection protection) throws Exception {
        return NORD_COORDINATOR.acting().call(() -> people.add(FULL, protection, NameFacts.UNKNOWN));
    }

    private ConsentId consent(
            PersonId person, Set<OrganisationId> receivers, Set<FieldGroup> groups, @Nullable LocalDate until)
            throws Exception {
        return NORD_COORDINATOR.acting().call(() -> consents.record(person, terms(receivers, groups, LONG_AGO, until)));
    }

    private static ConsentTerms terms(
            Set<OrganisationId> receivers, Set<FieldGroup> groups, LocalDate from, @Nullable LocalDate until) {
        return new ConsentTerms(
                "support", receivers, groups, "self", "spoken", "ro", "telephone", "Vittne Provsson", from, until);
    }

    private Shared share(PersonId person, OrganisationId to, Set<FieldGroup> groups) throws Exception {
        return NORD_COORDINATOR
                .acting()
                .call(() ->
                        gate.share(new ShareRequest(person, to, "support", ParcelContent.of(groups), Basis.consent())));
    }

    private Shared share(PersonId person, OrganisationId to, Basis basis) throws Exception {
        return NORD_COORDINATOR
                .acting()
                .call(() -> gate.share(
                        new ShareRequest(person, to, "police_report", ParcelContent.of(Set.of(IDENTITY)), basis)));
    }

    private static long parcelsOf(PersonId person) {
        return count("select count(*) from people.parcel_person where person_id = ?", person.value());
    }

    private static long keys(ParcelId parcel) {
        return count(
                "select count(*) from people.parcel where id = ? and (data_key is not null or sealed is not null)",
                parcel.value());
    }

    private static long count(String sql, Object value) {
        return TestInstallation.owner().sql(sql).params(value).query(Long.class).single();
    }
}
