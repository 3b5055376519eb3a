package se.ledfyr.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.personas.Personas;

@HouseTest
class EventPagesTests {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Test
    void anEventWithoutACodeGetsOneFromWhatIsKnown() throws Exception {
        String path =
                leadsTo(send(form("/events/new").param("sector", "fishing").param("period_from", "2019-05-01")));

        assertThat(body(read(NORD_COORDINATOR, path))).contains("FIS-NORD-2019", "Umeå, Nord", "Påhittade Bär AB");
    }

    @Test
    void aTakenOrMalformedCodeIsNamedAtItsFieldWithEverythingKept() throws Exception {
        String code = "TAGEN-" + NEXT.incrementAndGet();
        send(form("/events/new").param("code", code));

        assertThat(body(send(form("/events/new").param("code", code))))
                .contains("href=\"#code\"", "Ni har redan en händelse med den koden", "value=\"Påhittade Bär AB\"");
        assertThat(body(send(form("/events/new").param("code", "bär norr")))).contains("href=\"#code\"", "1–40 stora");
    }

    @Test
    void aMunicipalityOutsideTheRegionAndAPeriodThatEndsTooEarlyAreRefused() throws Exception {
        String page = body(send(form("/events/new")
                .param("region", "syd")
                .param("period_from", "2024-02-02")
                .param("period_to", "2024-02-01")));

        assertThat(page).contains("href=\"#municipality_code\"", "href=\"#period_to\"", "Perioden slutar innan");
    }

    @Test
    void changingAnEventNeedsAReason() throws Exception {
        String path = event();

        assertThat(body(send(form(path + "/change")))).contains("href=\"#why\"");
        String after =
                follow(send(form(path + "/change").param("sector", "fishing").param("why", "fel bransch")));
        assertThat(after).contains("Fiske");
    }

    @Test
    void theWholeGridIsSavedOrNothingWithEverythingKept() throws Exception {
        String path = event();

        String page = body(
                send(row(row(grid(path, "save"), 1, "Greta Godkänd", "1990", "kvinna"), 3, "Fel Rad", "2090", "xyz")));

        assertThat(page)
                .contains("href=\"#r3-birth_year\"", "Rad 3: födelseåret")
                .contains("href=\"#r3-sex\"", "Rad 3: kön")
                .contains("value=\"Greta Godkänd\"", "value=\"2090\"", "value=\"xyz\"")
                .doesNotContain("Rad 1:", "Rad 2:");
        assertThat(body(read(NORD_COORDINATOR, path))).contains("0 personer");

        String saved = follow(send(row(row(grid(path, "save"), 1, "Greta Godkänd", "1990", "k"), 3, "", "1985", "m")));
        assertThat(saved).contains("2 personer", "Greta Godkänd", "Arbetskraft", "Utan namn");
    }

    @Test
    void anEmptyGridIsNotSaved() throws Exception {
        assertThat(body(send(grid(event(), "save")))).contains("href=\"#r1-name\"", "Ingen rad är ifylld");
    }

    @Test
    void moreRowsComeFromTheServerWithEverythingKept() throws Exception {
        String path = event();

        String page = body(send(row(grid(path, "more").param("r10-name", ""), 2, "Maja Mellan", "abc", "?")));

        assertThat(page).contains("value=\"Maja Mellan\"", "value=\"abc\"", "id=\"r20-name\"");
        assertThat(page).doesNotContain("id=\"r21-name\"", "id=\"errors\"");
    }

    /// Without a script, Enter in a cell presses the first button of the form: it must not save half a grid.
    @Test
    void enterWithoutAScriptSavesNothing() throws Exception {
        String path = event();

        assertThat(body(read(NORD_COORDINATOR, path + "/people")).indexOf("value=\"keep\""))
                .isPositive()
                .isLessThan(body(read(NORD_COORDINATOR, path + "/people")).indexOf("value=\"save\""));
        assertThat(body(send(row(grid(path, "keep"), 1, "Hedda Halv", "1990", "k"))))
                .contains("value=\"Hedda Halv\"");
        assertThat(body(read(NORD_COORDINATOR, path))).contains("0 personer");
    }

    @Test
    void asManyRowsAsAskedForAndNeverMoreThanFit() throws Exception {
        String path = event() + "/people";

        assertThat(body(read(NORD_COORDINATOR, path)))
                .contains("id=\"r10-name\"")
                .doesNotContain("id=\"r11-name\"");
        assertThat(body(read(NORD_COORDINATOR, path + "?rows=42")))
                .contains("id=\"r42-name\"")
                .doesNotContain("id=\"r43-name\"");
        assertThat(body(read(NORD_COORDINATOR, path + "?rows=999")))
                .contains("id=\"r200-name\"")
                .doesNotContain("id=\"r201-name\"");
    }

    @Test
    void pastedRowsAreShownForReviewBeforeAnythingIsSaved() throws Exception {
        String path = event();

        String page = body(send(row(grid(path, "paste"), 1, "Redan Här", "1990", "k")
                .param("pasted", "Namn\tFödelseår\tKön\tMedborgarskap\nPaula Klistrad\t1991\tkvinna\tThailand\n")));

        assertThat(page)
                .contains(
                        "value=\"Redan Här\"",
                        "id=\"r2-name\" name=\"r2-name\" value=\"Paula Klistrad\"",
                        "value=\"Thailand\"");
        assertThat(body(read(NORD_COORDINATOR, path))).contains("0 personer");
        assertThat(body(send(grid(path, "paste").param("pasted", "  ")))).contains("href=\"#pasted\"");
        assertThat(body(send(grid(path, "paste").param("pasted", "A\n".repeat(201)))))
                .contains("href=\"#pasted\"", "fler rader än 200");
    }

    @Test
    void aQuotationMarkMeansTheSameAsAboveAndEmptyFormsTheSameAsTheEvent() throws Exception {
        String path = event();

        String saved = follow(send(row(row(grid(path, "save"), 1, "Ovan Rad", "1990", "k"), 4, "Under Rad", "\"", "\"")
                .param("r1-citizenship", "TH")
                .param("r4-citizenship", "\"")
                .param("r4-forms", "tiggeri, arbetskraft")));

        assertThat(saved.split("Thailand", -1)).hasSize(3);
        assertThat(saved).contains("(1990)", "Arbetskraft", "Multipel exploatering");
    }

    @Test
    void somebodyWhoTurnsEighteenIsAskedAboutAndYesIsNoFormOfProtection() throws Exception {
        String page = body(send(row(grid(event(), "save"), 1, "", "2006", "k").param("r1-protection", "ja")));

        assertThat(page)
                .contains("href=\"#r1-age_group\"", "fyller 18 i år")
                .contains("href=\"#r1-protection\"", "vilket skydd");
    }

    @Test
    void somebodyKnownIsAskedAboutSideBySideAndSkippedWithConsent() throws Exception {
        String first = event();
        send(row(grid(first, "save"), 1, "Katja Känd", "1990", "k"));
        String path = event();

        String question = body(send(row(row(grid(path, "save"), 1, "Kanda Katja", "1990", "k"), 2, "", "1980", "m")));
        assertThat(question)
                .contains("Rad 1: Kanda Katja", "Katja Känd", "redan registrerad det här året", "value=\"1980\"");
        assertThat(body(read(NORD_COORDINATOR, path))).contains("0 personer");

        assertThat(body(send(row(grid(path, "decide"), 1, "Kanda Katja", "1990", "k"))))
                .contains("href=\"#r1-decision\"", "Välj vem det är på rad 1");
        String skip = question.replaceAll("(?s).*value=\"(skip-[0-9a-f-]{36})\".*", "$1");
        String saved = follow(send(row(row(grid(path, "decide"), 1, "Kanda Katja", "1990", "k"), 2, "", "1980", "m")
                .param("r1-decision", skip)));
        assertThat(saved).contains("En person", "(1980)").doesNotContain("Katja");
    }

    @Test
    void somebodyKnownFromAnotherYearGetsAnotherRegistration() throws Exception {
        String first = event();
        send(row(grid(first, "save", "2023-05-05"), 1, "Åter Igen", "1990", "k"));
        String path = event();

        String question = body(send(row(grid(path, "save"), 1, "Igen Åter", "1990", "k")));
        String known = question.replaceAll("(?s).*name=\"r1-decision\" value=\"([0-9a-f-]{36})\".*", "$1");
        String saved = follow(
                send(row(grid(path, "decide"), 1, "Igen Åter", "1990", "k").param("r1-decision", known)));

        assertThat(saved).contains("En person", "Åter Igen").doesNotContain("Igen Åter<");
    }

    @Test
    void rowsThatRepeatEachOtherArePointedOut() throws Exception {
        String path = event();

        String question =
                body(send(row(row(grid(path, "save"), 1, "Dubbel Dora", "1990", "k"), 2, "dora DUBBEL", "1990", "k")));
        assertThat(question).contains("Samma namn står också på rad 1", "value=\"skip-row\"");

        String saved =
                follow(send(row(row(grid(path, "decide"), 1, "Dubbel Dora", "1990", "k"), 2, "dora DUBBEL", "1990", "k")
                        .param("r2-decision", "skip-row")));
        assertThat(saved).contains("En person", "Dubbel Dora");
    }

    @Test
    void aDecisionForSomebodyWhoWasNotShownCountsForNothing() throws Exception {
        String path = event();
        send(row(grid(path, "save"), 1, "Vanda Vald", "1990", "k"));

        String again = body(send(row(grid(event(), "decide"), 1, "Vanda Vald", "1990", "k")
                .param("r1-decision", "00000000-0000-4000-8000-000000000000")));

        assertThat(again).contains("href=\"#r1-decision\"");
    }

    @Test
    void oneAfterAnotherKeepsTheCitizenshipAndNotTheSex() throws Exception {
        String path = event() + "/next";

        String next = follow(send(post(path)
                .param("registered_on", "2024-03-01")
                .param("do", "save")
                .param("r1-name", "Nadja Nästa")
                .param("r1-sex", "female")
                .param("r1-birth_year", "1990")
                .param("r1-citizenship", "BG")
                .param("r1-forms", "-", "labour")));

        assertThat(next).contains("En person hittills", "Nadja Nästa", "<option value=\"BG\" selected>");
        assertThat(next).doesNotContainPattern("name=\"r1-sex\" value=\"[a-z]+\" checked");
        assertThat(next).containsPattern("name=\"r1-forms\" value=\"labour\" checked");
    }

    @Test
    void oneAfterAnotherNamesWhatIsWrongAndKeepsTheRest() throws Exception {
        String page = body(send(post(event() + "/next")
                .param("registered_on", "2024-03-01")
                .param("do", "save")
                .param("r1-name", "Nils Nästan")
                .param("r1-forms", "-")));

        assertThat(page).contains("href=\"#r1-sex\"", "href=\"#r1-age_group\"", "value=\"Nils Nästan\"");
    }

    @Test
    void aCorrectionCannotTakeAPersonOutOfTheRegionOfTheirEvent() throws Exception {
        String path = event();
        String saved = follow(send(row(grid(path, "save"), 1, "Rita Region", "1990", "k")));
        String person = saved.replaceAll("(?s).*href=\"(/registrations/[0-9a-f-]{36})\".*", "$1");
        String code = saved.replaceAll("(?s).*<h1>([^<]+)</h1>.*", "$1");

        String page = body(send(post(person + "/correction")
                .param("version", "1")
                .param("event_id", code)
                .param("registered_on", "2024-03-01")
                .param("region", "syd")
                .param("sex", "female")
                .param("birth_year", "1990")
                .param("referred_by", "police")
                .param("assessment", "reason_to_assume")
                .param("reason", "fel region")));

        assertThat(page).contains("href=\"#region\"", "hör till händelsen " + code);
    }

    @Test
    void anotherOrganisationsEventLooksLikeOneThatDoesNotExist() throws Exception {
        String path = event();
        String missing = "/events/00000000-0000-4000-8000-000000000000";

        for (Personas outsider : new Personas[] {SYD_COORDINATOR, NGO_CASEWORKER, NATIONAL_STATISTICIAN}) {
            for (String page : new String[] {"", "/change", "/people", "/next"}) {
                MockHttpServletResponse hidden = read(outsider, path + page);
                MockHttpServletResponse absent = read(outsider, missing + page);
                assertThat(hidden.getStatus()).as(page).isEqualTo(404);
                assertThat(absent.getStatus()).as(page).isEqualTo(404);
                assertThat(tokenless(hidden)).as(page).isEqualTo(tokenless(absent));
            }
            for (String page : new String[] {"/change", "/people", "/next"}) {
                MockHttpServletResponse hidden =
                        send(outsider, row(grid(path, "save", page, "2024-03-01"), 1, "", "1990", "k"));
                MockHttpServletResponse absent =
                        send(outsider, row(grid(missing, "save", page, "2024-03-01"), 1, "", "1990", "k"));
                assertThat(hidden.getStatus()).as(page).isEqualTo(404);
                assertThat(tokenless(hidden)).as(page).isEqualTo(tokenless(absent));
            }
        }
        assertThat(body(read(NORD_COORDINATOR, path))).contains("0 personer");
    }

    @Test
    void onlyThoseWhoWorkWithPeopleFindTheRoom() throws Exception {
        assertThat(body(read(NORD_COORDINATOR, "/"))).contains("href=\"/events\"");
        assertThat(body(read(NATIONAL_STATISTICIAN, "/"))).doesNotContain("href=\"/events\"");
        assertThat(read(NATIONAL_STATISTICIAN, "/events").getStatus()).isEqualTo(404);
        assertThat(mvc.perform(get("/events")).andReturn().getResponse().getRedirectedUrl())
                .contains("/sign-in");
    }

    private String event() throws Exception {
        return leadsTo(send(form("/events/new").param("code", "SIDA-" + NEXT.incrementAndGet())));
    }

    private static MockHttpServletRequestBuilder form(String path) {
        return post(path)
                .param("municipality_code", "2480")
                .param("employer", "Påhittade Bär AB")
                .param("referred_by", "police")
                .param("forms", "labour");
    }

    private static MockHttpServletRequestBuilder grid(String path, String what) {
        return grid(path, what, "2024-03-01");
    }

    private static MockHttpServletRequestBuilder grid(String path, String what, String day) {
        return grid(path, what, "/people", day);
    }

    private static MockHttpServletRequestBuilder grid(String path, String what, String page, String day) {
        return post(path + page).param("registered_on", day).param("do", what);
    }

    private static MockHttpServletRequestBuilder row(
            MockHttpServletRequestBuilder grid, int row, String name, String birthYear, String sex) {
        return grid.param("r" + row + "-name", name)
                .param("r" + row + "-birth_year", birthYear)
                .param("r" + row + "-sex", sex);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder form) throws Exception {
        return send(NORD_COORDINATOR, form);
    }

    private MockHttpServletResponse send(Personas who, MockHttpServletRequestBuilder form) throws Exception {
        return mvc.perform(form.with(signedInAs(who)).with(csrf())).andReturn().getResponse();
    }

    private MockHttpServletResponse read(Personas who, String path) throws Exception {
        return mvc.perform(get(path).with(signedInAs(who))).andReturn().getResponse();
    }

    private String follow(MockHttpServletResponse redirect) throws Exception {
        return body(read(NORD_COORDINATOR, leadsTo(redirect)));
    }

    private static String leadsTo(MockHttpServletResponse redirect) {
        return Objects.requireNonNull(redirect.getRedirectedUrl(), "a redirect");
    }

    private static String body(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /// The page without its random form token.
    private static String tokenless(MockHttpServletResponse response) throws Exception {
        return body(response).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
