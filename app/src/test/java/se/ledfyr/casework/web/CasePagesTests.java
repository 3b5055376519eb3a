package se.ledfyr.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.LinkKind;
import se.ledfyr.casework.TestCases;
import se.ledfyr.personas.Personas;

@HouseTest
class CasePagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCases some;

    @Autowired
    Cases cases;

    @Test
    void aRegistrationLeadsToItsCase() throws Exception {
        String registration =
                "/registrations/" + some.registered(NORD_COORDINATOR).value();
        assertThat(page(NORD_COORDINATOR, registration)).contains("Öppna ärende");

        MockHttpServletResponse opened = send(NORD_COORDINATOR, post(registration + "/case"));
        String address = Objects.requireNonNull(opened.getRedirectedUrl());

        assertThat(page(NORD_COORDINATOR, address)).contains("Ansvarig", "Kim Koordinator", "Regionkoordinator Nord");
        assertThat(page(NORD_COORDINATOR, registration))
                .contains("Personen har ett öppet ärende.", address)
                .doesNotContain("Öppna ärende");
        assertThat(send(NORD_COORDINATOR, post(registration + "/case")).getRedirectedUrl())
                .isEqualTo(address);
    }

    @Test
    void aCaseIsPassedOnClosedAndOpenedAgain() throws Exception {
        String here = "/cases/" + some.opened(NORD_COORDINATOR).value();

        send(NORD_COORDINATOR, post(here + "/holder").param("to", "duty"));
        assertThat(page(NORD_COORDINATOR, here)).contains("Jouren");

        assertThat(body(send(NORD_COORDINATOR, post(here + "/closing")))).contains("Välj hur det slutade");
        send(
                NORD_COORDINATOR,
                post(here + "/closing").param("outcome", "returned_home").param("reason", "kontaktad"));
        assertThat(page(NORD_COORDINATOR, here)).contains("Har återvänt hem", "kontaktad", "Öppna ärendet igen");

        assertThat(body(send(NORD_COORDINATOR, post(here + "/reopening")))).contains("Ange ett skäl");
        send(NORD_COORDINATOR, post(here + "/reopening").param("why", "hörde av sig"));
        assertThat(page(NORD_COORDINATOR, here)).contains("Öppnat igen", "hörde av sig", "Avsluta ärendet");
    }

    @Test
    void whoHasHandedACaseOverSeesThatItIsHeldAndNothingMore() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);
        some.pass(id, NORD_COORDINATOR, NGO_CASEWORKER);

        String receipt = page(NORD_COORDINATOR, "/cases/" + id.value());

        assertThat(receipt).contains("Föreningen Bron", "Övertaget av");
        assertThat(receipt).doesNotContain("Nour Nära", "Lämna över inom organisationen", "Avsluta ärendet");
        assertThat(send(NORD_COORDINATOR, get("/cases/" + id.value() + "/closing"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aCaseIsFoundByItsReference() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);
        String reference = NORD_COORDINATOR.acting().call(() -> cases.get(id)).reference();

        assertThat(send(NORD_COORDINATOR, get("/cases").param("reference", reference.replace("-", "")))
                        .getRedirectedUrl())
                .isEqualTo("/cases/" + id.value());
        assertThat(body(send(NGO_CASEWORKER, get("/cases").param("reference", reference))))
                .contains("Det finns inget ärende med den referensen.");
    }

    @Test
    void aMotherAndHerChildAreLinkedByReference() throws Exception {
        CaseId mother = some.opened(NORD_COORDINATOR, "Modde Kopplad");
        CaseId child = some.opened(NORD_COORDINATOR, "Lilla Kopplad");
        String reference =
                NORD_COORDINATOR.acting().call(() -> cases.get(child)).reference();
        String here = "/cases/" + mother.value();

        send(
                NORD_COORDINATOR,
                post(here + "/links").param("reference", reference).param("kind", LinkKind.CHILD.name()));
        assertThat(page(NORD_COORDINATOR, here)).contains("Lilla Kopplad", "barn, " + reference);
        assertThat(page(NORD_COORDINATOR, "/cases/" + child.value())).contains("Modde Kopplad", "förälder");

        send(NORD_COORDINATOR, post(here + "/links/" + child.value() + "/removal"));
        assertThat(page(NORD_COORDINATOR, here)).doesNotContain("Lilla Kopplad");
    }

    @Test
    void aLinkToSomethingHiddenAnswersLikeOneToNothing() throws Exception {
        String here = "/cases/" + some.opened(NORD_COORDINATOR).value();
        CaseId theirs = some.opened(NGO_CASEWORKER);
        String hidden = NGO_CASEWORKER.acting().call(() -> cases.get(theirs)).reference();

        assertThat(linking(here, hidden)).isEqualTo(linking(here, "2222-2222"));
    }

    private String linking(String here, String reference) throws Exception {
        MockHttpServletResponse answer = send(
                NORD_COORDINATOR,
                post(here + "/links").param("reference", reference).param("kind", "CHILD"));
        return answer.getStatus() + " " + answer.getRedirectedUrl();
    }

    private String page(Personas persona, String address) throws Exception {
        MockHttpServletResponse answer = send(persona, get(address));
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
