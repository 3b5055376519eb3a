package se.ledfyr.consent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.TestCases;
import se.ledfyr.consent.Basis;
import se.ledfyr.consent.ConsentGate;
import se.ledfyr.consent.Consents;
import se.ledfyr.consent.ShareRequest;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelContent;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.Parcels;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

@HouseTest
class ConsentPagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestCases some;

    @Autowired
    private Cases cases;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentGate gate;

    @Autowired
    private Parcels parcels;

    @Test
    void aConsentIsRecordedShownOnTheCaseAndWithdrawnWithTheListOfWhatWent() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR, "Clara Prövning");
        PersonId person = NORD_COORDINATOR.acting().call(() -> cases.get(id)).person();

        assertThat(send(NORD_COORDINATOR, consent(id)).getRedirectedUrl())
                .isEqualTo("/cases/" + id.value() + "#consent");
        assertThat(page("/cases/" + id.value()))
                .contains("Samtycke och delning", "Stöd och insatser", "Föreningen Bron", "gäller");

        ParcelId read = share(person);
        ParcelId unread = share(person);
        NGO_CASEWORKER.acting().call(() -> parcels.look(read));
        String consent = "/consents/"
                + NORD_COORDINATOR
                        .acting()
                        .call(() -> consents.listOf(person))
                        .getFirst()
                        .id()
                        .value();
        assertThat(page(consent)).contains("Vilma Vittne", "Läst 20", "Inte läst.");

        assertThat(send(NORD_COORDINATOR, post(consent + "/withdrawal")).getRedirectedUrl())
                .isEqualTo(consent);
        assertThat(page(consent))
                .contains("återtaget", "nyckeln är förstörd", "Läst 20")
                .doesNotContain("/withdrawal");
        assertThat(NGO_CASEWORKER.acting().call(() -> parcels.look(unread))).isEmpty();
    }

    @Test
    void oneShareIsStoppedFromTheCase() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR, "Clara Prövning");
        PersonId person = NORD_COORDINATOR.acting().call(() -> cases.get(id)).person();
        send(NORD_COORDINATOR, consent(id));
        ParcelId parcel = share(person);
        String stop = "/cases/" + id.value() + "/shares/" + parcel.value() + "/stop";
        assertThat(page("/cases/" + id.value())).contains(stop);

        CaseId other = some.opened(NORD_COORDINATOR, "Carl Annan");
        assertThat(send(NORD_COORDINATOR, post("/cases/" + other.value() + "/shares/" + parcel.value() + "/stop"))
                        .getStatus())
                .as("from the page of somebody else")
                .isEqualTo(404);
        send(NORD_COORDINATOR, post(stop));

        assertThat(page("/cases/" + id.value())).contains("nyckeln är förstörd").doesNotContain(stop);
        assertThat(NGO_CASEWORKER.acting().call(() -> parcels.look(parcel))).isEmpty();
    }

    @Test
    void anEmptyFormSaysWhatIsMissingAndKeepsWhatWasWritten() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);

        String answer = body(send(
                NORD_COORDINATOR,
                post("/cases/" + id.value() + "/consents/new")
                        .param("witness", "Vilma Vittne")
                        .param("from", "2099-01-01")));

        assertThat(answer)
                .contains("Ändamål: Välj ett alternativ.", "Mottagare: Välj", "Vilma Vittne")
                .contains("Från och med: Skriv en dag som har varit");
    }

    @Test
    void adviceAndANoAreWrittenDownAndTakenOutAgain() throws Exception {
        send(
                NORD_COORDINATOR,
                post("/consultations/new")
                        .param("held_on", "2026-01-15")
                        .param("region", "nord")
                        .param("asked_by", "police")
                        .param("channel", "telephone")
                        .param("topics", "secrecy")
                        .param("concerns", "child")
                        .param("outcome", "report_of_concern")
                        .param("minutes", "20"));
        assertThat(page("/consultations")).contains("2026-01-15", "Sekretess och samtycke", "Ett barn");

        assertThat(body(send(NORD_COORDINATOR, declined()))).contains("Det här gäller bara vuxna");
        send(NORD_COORDINATOR, declined().param("adult", "yes"));
        String list = page("/consultations/declined");
        assertThat(list).contains("2026-01-16", "Kontakt med polisen");

        String removal = list.replaceAll("(?s).*action=\"(/consultations/declined/[0-9a-f-]+/removal)\".*", "$1");
        send(NORD_COORDINATOR, post(removal).param("why", "Dubbelt"));
        assertThat(page("/consultations/declined")).doesNotContain(removal);
    }

    private static MockHttpServletRequestBuilder declined() {
        return post("/consultations/declined/new")
                .param("met_on", "2026-01-16")
                .param("region", "nord")
                .param("referred_by", "police")
                .param("sex", "female")
                .param("declined", "police")
                .param("informed", "yes");
    }

    private static MockHttpServletRequestBuilder consent(CaseId id) {
        return post("/cases/" + id.value() + "/consents/new")
                .param("purpose", "support")
                .param("receiver", NGO_CASEWORKER.place().id().value().toString())
                .param("groups", "identity", "basics")
                .param("given_by", "self")
                .param("given_how", "spoken")
                .param("language", "ro")
                .param("interpreter", "telephone")
                .param("witness", "Vilma Vittne")
                .param("from", "2026-01-01");
    }

    private ParcelId share(PersonId person) throws Exception {
        return NORD_COORDINATOR
                .acting()
                .call(() -> gate.share(new ShareRequest(
                        person,
                        NGO_CASEWORKER.place().id(),
                        "support",
                        ParcelContent.of(Set.of(FieldGroup.IDENTITY)),
                        Basis.consent())))
                .parcel();
    }

    private String page(String address) throws Exception {
        MockHttpServletResponse answer = send(NORD_COORDINATOR, get(address));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return body(answer);
    }

    private MockHttpServletResponse send(Personas persona, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(signedInAs(persona)).with(csrf()).session(new MockHttpSession()))
                .andReturn()
                .getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
