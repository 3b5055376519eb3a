package se.ledfyr.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.access.ExtraMember;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.SigningIn;

@HouseTest
class DoorPageTests {

    @Autowired
    private MockMvc mvc;

    @Test
    void unknownLoginWrongPasswordAndShutOutMemberGetTheSameAnswer() throws Exception {
        ExtraMember out = ExtraMember.in(Personas.Place.OFFICE_NORD, "CASEWORKER");
        out.shutOut();
        String unknown = answer("nobody-" + UUID.randomUUID() + "@example.org", SigningIn.PASSWORD);
        String wrong = answer(Personas.NORD_AUDITOR.login(), "not the right one");
        String shutOut = answer(out.login(), SigningIn.PASSWORD);
        assertThat(wrong).isEqualTo(unknown);
        assertThat(shutOut).isEqualTo(unknown);
        assertThat(unknown).startsWith("200").contains("role=\"alert\"");
    }

    @Test
    void aLoginThatNoKeyboardWritesIsNotHereWhoeverItNames() throws Exception {
        String nobody = answer("nobody-" + UUID.randomUUID() + "\u0000@example.org", SigningIn.PASSWORD);
        String somebody = answer(Personas.NORD_AUDITOR.login() + "\u0000", SigningIn.PASSWORD);
        assertThat(nobody).startsWith("404");
        assertThat(somebody).isEqualTo(nobody);
    }

    @Test
    void aRefusalIsWrittenDownWithoutSayingWhoTried() throws Exception {
        String login = "tried-" + UUID.randomUUID() + "@example.org";
        long before = refusals();
        answer(login, "not the right one");
        assertThat(refusals()).isEqualTo(before + 1);
        assertThat(TestInstallation.owner()
                        .sql("select count(*) from audit.entry e where e::text like '%' || ? || '%'")
                        .param(login)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(TestInstallation.owner().sql("""
                                select organisation is null and member is null and subjects = '{}'
                                  from audit.entry where action = 'SIGN_IN_REFUSED' order by seq desc limit 1
                                """).query(Boolean.class).single())
                .isTrue();
    }

    @Test
    void whoeverIsShutOutIsOutWithTheNextRequest() throws Exception {
        ExtraMember member = ExtraMember.in(Personas.Place.OFFICE_NORD, "CASEWORKER");
        assertThat(send(get("/account").with(member.signedIn())).getStatus()).isEqualTo(200);
        member.shutOut();
        assertThat(send(get("/account").with(member.signedIn())).getHeader("Location"))
                .startsWith("/sign-in");
    }

    @Test
    void aChangedRoleCountsWithTheNextRequest() throws Exception {
        ExtraMember member = ExtraMember.in(Personas.Place.OFFICE_NORD, "ADMINISTRATOR");
        assertThat(send(get("/members").with(member.signedIn())).getStatus()).isEqualTo(200);
        member.become("CASEWORKER");
        assertThat(send(get("/members").with(member.signedIn())).getStatus()).isEqualTo(404);
    }

    @Test
    void aSessionThatWasNotUsedForThirtyMinutesIsOver() throws Exception {
        Instant now = Instant.now();
        assertThat(account(now.minus(Duration.ofHours(1)), now.minus(Duration.ofMinutes(29))))
                .isEqualTo(200);
        assertThat(account(now.minus(Duration.ofHours(1)), now.minus(Duration.ofMinutes(31))))
                .isEqualTo(302);
    }

    @Test
    void aSessionIsOverAfterTenHoursHoweverMuchItWasUsed() throws Exception {
        Instant now = Instant.now();
        assertThat(account(now.minus(Duration.ofMinutes(599)), now)).isEqualTo(200);
        assertThat(account(now.minus(Duration.ofMinutes(601)), now)).isEqualTo(302);
    }

    @Test
    void signingInNeedsTheFormsToken() throws Exception {
        MockHttpServletResponse answer = send(
                post("/sign-in").param("login", Personas.NORD_AUDITOR.login()).param("password", SigningIn.PASSWORD));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void aFormSentWhenTheSessionIsOverIsSaidNotToBeSaved() throws Exception {
        String answer = send(post("/registrations/new")).getHeader("Location");
        assertThat(answer).isEqualTo("/sign-in?unsaved");
        assertThat(send(get("/sign-in").param("unsaved", "")).getContentAsString())
                .contains("det du skickade är inte sparat");
        assertThat(send(get("/sign-in")).getContentAsString()).doesNotContain("det du skickade");
    }

    @Test
    void outsideADemoThereAreNeitherPersonasNorTheirDoor() throws Exception {
        assertThat(send(get("/sign-in")).getContentAsString()).doesNotContain("/demo/", "class=\"demo\"");
        String member = Personas.NORD_COORDINATOR.id().value().toString();
        assertThat(send(post("/demo/sign-in").param("member", member).with(csrf()))
                        .getStatus())
                .isEqualTo(404);
    }

    /// The status of the account page in a session that began and was last used at these moments.
    private int account(Instant since, Instant lastUsed) throws Exception {
        MockHttpSession session = new MockHttpSession();
        OpenSession open = new OpenSession(Personas.NORD_AUDITOR.id(), since, "key", session);
        open.use(lastUsed);
        session.setAttribute(OpenSession.ATTRIBUTE, open);
        return send(get("/account").session(session).with(signedInAs(Personas.NORD_AUDITOR)))
                .getStatus();
    }

    private String answer(String login, String password) throws Exception {
        MockHttpServletResponse answer = send(post("/sign-in")
                .param("login", login)
                .param("password", password)
                .with(csrf()));
        return answer.getStatus()
                + answer.getContentAsString().replaceAll("(name=\"(?:_csrf|once)\" value=\")[^\"]+", "$1");
    }

    private MockHttpServletResponse send(RequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static long refusals() {
        return TestInstallation.owner()
                .sql("select count(*) from audit.entry where action = 'SIGN_IN_REFUSED'")
                .query(Long.class)
                .single();
    }
}
