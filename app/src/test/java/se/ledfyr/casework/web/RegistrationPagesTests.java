package se.ledfyr.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.personas.Personas;

@HouseTest
class RegistrationPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));

    @Autowired
    MockMvc mvc;

    @Test
    void whatIsWrongIsNamedAndWhatWasWrittenIsKept() throws Exception {
        String page = body(send(
                NORD_COORDINATOR,
                form("Felicia Formulär").param("age_group", "child").param("birth_year", "1980")));

        assertThat(page)
                .contains("href=\"#birth_year\"", "Ett barn är under 18 år")
                .contains("value=\"Felicia Formulär\"", "value=\"1980\"");
    }

    @Test
    void whatIsMissingIsNamedInTheOrderOfTheForm() throws Exception {
        String page = body(send(NORD_COORDINATOR, post("/registrations/new").param("registered_on", "2026-01-02")));

        assertThat(page)
                .containsSubsequence(
                        "href=\"#sex\">Kön: Svar behövs här",
                        "href=\"#age_group\">Åldersgrupp: Svar behövs här",
                        "href=\"#region\">Polisregion: Välj kommunen",
                        "href=\"#referred_by\">Kom till er genom: Svar behövs här");
    }

    @Test
    void theStartPageLeadsToTheWorkOfThoseWhoMayDoIt() throws Exception {
        String link = "class=\"button\" href=\"/registrations/new\"";

        assertThat(body(send(NORD_COORDINATOR, get("/")))).contains(link);
        assertThat(body(send(NATIONAL_STATISTICIAN, get("/")))).doesNotContain(link);
    }

    @Test
    void aPersonIsRegisteredWithTheRegionOfTheMunicipality() throws Exception {
        String page = follow(
                NORD_COORDINATOR, send(NORD_COORDINATOR, form("Regina Region").param("age_group", "adult")));

        assertThat(page).contains("Regina Region", "Umeå, Nord");
    }

    @Test
    void somebodyAlikeIsShownSideBySideBeforeAnythingIsSaved() throws Exception {
        send(NORD_COORDINATOR, form("Maryna Likadan").param("age_group", "adult"));

        String question = body(send(NORD_COORDINATOR, form("Likadan Marina").param("age_group", "adult")));

        assertThat(question).contains("Kan det vara samma person?", "Maryna Likadan");
        assertThat(question).contains("name=\"name\" value=\"Likadan Marina\"");
    }

    @Test
    void theSamePersonInTheSameYearBecomesACorrectionWithNothingLost() throws Exception {
        MockHttpServletResponse saved =
                send(NORD_COORDINATOR, form("Karin Fortsatt").param("age_group", "adult"));
        String question = body(send(NORD_COORDINATOR, form("Karin Fortsatt").param("age_group", "adult")));
        String person = question.replaceAll("(?s).*name=\"decision\" value=\"([0-9a-f-]{36})\".*", "$1");

        String correction = body(send(
                NORD_COORDINATOR,
                form("Karin Fortsatt")
                        .param("age_group", "adult")
                        .param("note", "ny uppgift")
                        .param("decision", person)));

        assertThat(correction).contains("ny uppgift", "Personen är redan registrerad i år");
        assertThat(correction).contains("action=\"" + leadsTo(saved) + "/correction\"");
    }

    @Test
    void anotherOrganisationsRegistrationLooksLikeOneThatDoesNotExist() throws Exception {
        String path = leadsTo(send(NORD_COORDINATOR, form("Hemlig Person").param("age_group", "adult")));
        String missing = "/registrations/00000000-0000-4000-8000-000000000000";

        for (Personas outsider : new Personas[] {SYD_COORDINATOR, NATIONAL_STATISTICIAN}) {
            MockHttpServletResponse hidden = read(outsider, path);
            MockHttpServletResponse absent = read(outsider, missing);
            assertThat(hidden.getStatus()).isEqualTo(404);
            assertThat(absent.getStatus()).isEqualTo(404);
            assertThat(tokenless(body(hidden))).isEqualTo(tokenless(body(absent)));
        }
    }

    @Test
    void aNameIsFoundWhateverItsOrderAndNeverStandsInAnAddress() throws Exception {
        send(NORD_COORDINATOR, form("Abdirahman Sökbar").param("age_group", "adult"));

        MockHttpServletResponse found = mvc.perform(post("/registrations/search")
                        .with(signedInAs(NORD_COORDINATOR))
                        .with(csrf())
                        .param("q", "sökbar abdurahman"))
                .andReturn()
                .getResponse();

        assertThat(found.getRedirectedUrl()).isNull();
        assertThat(body(found)).contains("Abdirahman Sökbar");
    }

    @Test
    void protectedPeopleAreMaskedUntilAReasonIsGiven() throws Exception {
        String path = leadsTo(send(
                NORD_COORDINATOR,
                form("Skyddad Person")
                        .param("age_group", "adult")
                        .param("address", "Hemliga gatan 1")
                        .param("protection", "CONFIDENTIALITY_MARKING")));

        assertThat(body(read(NORD_COORDINATOR, path))).doesNotContain("Skyddad Person", "Hemliga gatan");
        assertThat(body(reveal(path, ""))).doesNotContain("Hemliga gatan").contains("Ange ett skäl");
        assertThat(body(reveal(path, "ska ringa polisen"))).contains("Skyddad Person", "Hemliga gatan 1");
        assertThat(body(read(NORD_COORDINATOR, path))).doesNotContain("Hemliga gatan");
    }

    @Test
    void theFormMakesNoJudgementOfItsOwn() throws Exception {
        String blank = body(read(NORD_COORDINATOR, "/registrations/new"));
        String assessment = blank.substring(blank.indexOf("id=\"assessment\""), blank.indexOf("id=\"assessed_on\""));

        assertThat(assessment).contains("reason_to_assume").doesNotContain("checked");
    }

    @Test
    void aFormSentTwiceByADoubleTapRegistersOnePerson() throws Exception {
        MockHttpSession phone = new MockHttpSession();

        String first = leadsTo(send(NORD_COORDINATOR, unnamed().session(phone).param("once", "tap-1")));
        String again = leadsTo(send(NORD_COORDINATOR, unnamed().session(phone).param("once", "tap-1")));
        String another = leadsTo(send(NORD_COORDINATOR, unnamed().session(phone).param("once", "tap-2")));

        assertThat(again).isEqualTo(first);
        assertThat(another).as("the twin: another form is another person").isNotEqualTo(first);
    }

    @Test
    void aFormThatCameBackWithErrorsMayBeSentAgain() throws Exception {
        MockHttpSession phone = new MockHttpSession();

        send(NORD_COORDINATOR, unnamed().session(phone).param("once", "tap-3").param("birth_year", "1"));
        MockHttpServletResponse mended =
                send(NORD_COORDINATOR, unnamed().session(phone).param("once", "tap-3"));

        assertThat(leadsTo(mended)).startsWith("/registrations/");
    }

    @Test
    void aPersonsPageShowsWhoHasSeenIt() throws Exception {
        String path = leadsTo(send(NORD_COORDINATOR, form("Sedda Person").param("age_group", "adult")));
        read(NORD_COORDINATOR, path);
        RegistrationId id = RegistrationId.of(path.substring(path.lastIndexOf('/') + 1));
        mvc.perform(get("/registrations")
                .param("after", TestFacts.rightBefore(id, TODAY).toString())
                .with(signedInAs(NATIONAL_STATISTICIAN)));

        String seen = body(read(NORD_COORDINATOR, path));

        assertThat(seen.substring(seen.indexOf("Vem som har sett detta")))
                .contains("Kim Koordinator", "Nationella samordningen (prov)")
                .doesNotContain("Stina Statistiker");
    }

    @Test
    void aCorrectionWithoutReasonIsRefused() throws Exception {
        String path = leadsTo(send(NORD_COORDINATOR, form("Rut Rättad").param("age_group", "adult")));

        String page = body(mvc.perform(form(path + "/correction", "Rut Rättad")
                        .param("age_group", "adult")
                        .param("version", "1")
                        .with(signedInAs(NORD_COORDINATOR))
                        .with(csrf()))
                .andReturn()
                .getResponse());

        assertThat(page).contains("href=\"#reason\"", "Ange ett skäl");
    }

    private MockHttpServletResponse reveal(String path, String reason) throws Exception {
        return mvc.perform(post(path + "/reveal")
                        .with(signedInAs(NORD_COORDINATOR))
                        .with(csrf())
                        .param("reason", reason))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(Personas who, MockHttpServletRequestBuilder form) throws Exception {
        return mvc.perform(form.with(signedInAs(who)).with(csrf())).andReturn().getResponse();
    }

    private MockHttpServletResponse read(Personas who, String path) throws Exception {
        return mvc.perform(get(path).with(signedInAs(who))).andReturn().getResponse();
    }

    private String follow(Personas who, MockHttpServletResponse redirect) throws Exception {
        return body(read(who, leadsTo(redirect)));
    }

    private static MockHttpServletRequestBuilder unnamed() {
        return form("").param("age_group", "adult");
    }

    private static MockHttpServletRequestBuilder form(String name) {
        return form("/registrations/new", name);
    }

    private static MockHttpServletRequestBuilder form(String path, String name) {
        return post(path)
                .param(
                        "registered_on",
                        java.time.LocalDate.now(java.time.ZoneId.of("Europe/Stockholm"))
                                .toString())
                .param("municipality_code", "2480")
                .param("sex", "female")
                .param("citizenship", "UA")
                .param("forms", "labour")
                .param("referred_by", "police")
                .param("assessment", "reason_to_assume")
                .param("name", name);
    }

    private static String leadsTo(MockHttpServletResponse redirect) {
        return Objects.requireNonNull(redirect.getRedirectedUrl(), "a redirect");
    }

    private static String body(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /// The page without its random form token.
    private static String tokenless(String page) {
        return page.replaceAll("name=\"(?:_csrf|once)\" value=\"[^\"]*\"", "");
    }
}
