package se.ledfyr.needs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.browser.Browser;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.needs.ChildPlace;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewChild;
import se.ledfyr.people.People;
import se.ledfyr.personas.Personas;

@HouseTest
class NeedPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Needs needs;

    @Autowired
    Children children;

    @Autowired
    Cases cases;

    @Autowired
    Registrations registrations;

    @Autowired
    People people;

    @LocalServerPort
    private int port;

    @Test
    void severalNeedsAreWrittenDownAtOnceAndShownOnTheCase() throws Exception {
        CaseId id = opened();

        MockHttpServletResponse answer = send(form(id).param("type", "safe_housing", "legal_advice", "interpretation"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/cases/" + id.value() + "#needs");
        assertThat(read("/cases/" + id.value()))
                .contains("Lämpligt och säkert boende", "Juridisk rådgivning", "Översättning och tolkning")
                .contains("Fråga om barn");
    }

    @Test
    void whatIsWrongIsNamedAtItsFieldWithEverythingKept() throws Exception {
        CaseId id = opened();

        String page = body(send(post("/cases/" + id.value() + "/needs/new")
                .param("seen_on", "2999-01-01")
                .param("due_on", "2026-13-01")));

        assertThat(page)
                .contains("href=\"#type\"", "href=\"#seen_on\"", "href=\"#seen_by\"", "href=\"#due_on\"")
                .contains("value=\"2999-01-01\"");
        assertThat(body(send(form(id).param("type", "all_of_above"))))
                .as("each by itself")
                .contains("href=\"#type\"");
    }

    @Test
    void aNeedIsHelpedMetAndOpenedAgain() throws Exception {
        CaseId id = opened();
        send(form(id).param("type", "safe_housing"));
        String need = "/needs/" + only(id).id().value();

        assertThat(body(send(post(need + "/measures").param("result", "helped"))))
                .contains("href=\"#sector\"");
        follow(post(need + "/measures")
                .param("result", "helped")
                .param("sector", "REGION")
                .param("began_on", "2026-03-04"));
        assertThat(read(need)).contains("Region (hälso- och sjukvård)", "2026-03-04", "det offentliga");

        follow(post(need + "/met"));
        follow(post(need + "/met"));
        assertThat(read(need)).contains("Tillgodosett", "Öppna behovet igen");
        assertThat(body(send(post(need + "/reopening")))).contains("href=\"#why\"");
        follow(post(need + "/reopening").param("why", "gick sönder"));
        assertThat(only(id).isOpen()).isTrue();
    }

    @Test
    void givingUpNeedsAReason() throws Exception {
        CaseId id = opened();
        send(form(id).param("type", "safe_housing"));
        String need = "/needs/" + only(id).id().value();

        assertThat(body(send(post(need + "/unmet")))).contains("href=\"#reason\"");
        follow(post(need + "/unmet").param("reason", "no_place"));

        assertThat(read(need)).contains("Inte tillgodosett", "Ingen plats fanns");
    }

    @Test
    void aChildIsAddedRemindedOfAndGivenACaseOfItsOwn() throws Exception {
        CaseId id = opened();
        String page = "/cases/" + id.value();

        assertThat(body(send(post(page + "/children/new")
                        .param("place", "accompanying")
                        .param("sex", "female")
                        .param("age", "18"))))
                .contains("href=\"#age\"");
        follow(post(page + "/children/new")
                .param("place", "accompanying")
                .param("sex", "female")
                .param("age", "7"));
        assertThat(read(page)).contains("7 år", "Har socialtjänsten fått veta?", "Har Barnahus tillfrågats?");

        String child = NORD_COORDINATOR
                .acting()
                .call(() -> children.of(cases.get(id))
                        .children()
                        .getFirst()
                        .id()
                        .value()
                        .toString());
        follow(post(page + "/contacts")
                .param("authority", "barnahus")
                .param("result", "reported")
                .param("child", child));
        assertThat(read(page)).contains("Har socialtjänsten fått veta?").doesNotContain("Har Barnahus tillfrågats?");
        String own = follow(post("/children/" + child + "/case"));
        assertThat(own).contains("/cases/");
        assertThat(read(page)).contains("Barnets eget ärende");
    }

    @Test
    void whoOwesANeedReadsItWithoutTheCase() throws Exception {
        CaseId id = opened();
        send(form(id).param("type", "safe_housing"));
        NeedId need = only(id).id();
        NORD_COORDINATOR
                .acting()
                .run(() -> needs.release(
                        need, UUID.randomUUID(), Set.of(NGO_CASEWORKER.place().id())));
        NGO_CASEWORKER.acting().run(() -> needs.takeOver(need, null));

        assertThat(read(NGO_CASEWORKER, "/needs/" + need.value()))
                .contains("Föreningen Bron")
                .doesNotContain("/cases/" + id.value());
        assertThat(read(NGO_CASEWORKER, "/needs")).contains(need.value().toString());
        assertThat(read(NORD_COORDINATOR, "/needs?owed=others"))
                .contains(need.value().toString());
        assertThat(ask(NGO_CASEWORKER, "/cases/" + id.value()).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void thePagesAreOpenToEverybodyInBothLanguages(String language) throws Exception {
        CaseId id = opened();
        String caseId = id.value().toString();
        NORD_COORDINATOR.acting().run(() -> children.add(id, new NewChild(ChildPlace.ACCOMPANYING, 7, "female")));
        send(form(id).param("type", "safe_housing", "legal_advice", "psychological"));
        Need first = NORD_COORDINATOR.acting().call(() -> needs.listOf(id).getFirst());
        send(post("/needs/" + first.id().value() + "/measures")
                .param("result", "helped")
                .param("sector", "REGION"));
        send(post("/cases/" + caseId + "/tasks/new")
                .param("action", "talk-alone")
                .param("owner", "duty")
                .param("due", "2026-01-02"));
        send(post("/cases/" + caseId + "/plan/marks")
                .param("action", "own-wish")
                .param("mark", "DONE"));
        for (boolean phone : new boolean[] {true, false}) {
            Browser.Window opening = phone ? Browser.phone(port) : Browser.desktop(port);
            String where = (phone ? "phone-" : "desktop-") + language;
            try (Browser browser = opening.in(Locale.of(language)).open()) {
                browser.signIn(NORD_COORDINATOR);
                look(browser, "/cases/" + caseId, "needs-case-" + where);
                look(browser, "/cases/" + caseId + "/needs/new", "needs-new-" + where);
                look(browser, "/cases/" + caseId + "/children/new", "needs-child-" + where);
                look(browser, "/needs/" + first.id().value(), "needs-need-" + where);
                look(browser, "/needs", "needs-list-" + where);
                look(browser, "/cases/" + caseId + "/plan", "guidance-plan-" + where);
                look(browser, "/cases/" + caseId + "/tasks/new?action=own-wish", "guidance-task-" + where);
                look(browser, "/manual", "guidance-manual-" + where);
            }
        }
    }

    private static void look(Browser browser, String path, String name) {
        browser.go(path);
        browser.check(name);
    }

    private Need only(CaseId id) throws Exception {
        return NORD_COORDINATOR.acting().call(() -> needs.listOf(id).getFirst());
    }

    private CaseId opened() throws Exception {
        return NORD_COORDINATOR
                .acting()
                .call(() -> cases.open(registrations.register(
                        people.addWithoutIdentity(), TestFacts.of(2026), Circumstances.notStated())));
    }

    private static MockHttpServletRequestBuilder form(CaseId id) {
        return post("/cases/" + id.value() + "/needs/new")
                .param("seen_on", "2026-03-02")
                .param("seen_by", "police")
                .param("acute", "true")
                .param("due_on", "2026-03-03");
    }

    private String follow(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = send(request);
        assertThat(answer.getStatus()).isEqualTo(302);
        return java.util.Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private String read(String path) throws Exception {
        return read(NORD_COORDINATOR, path);
    }

    private String read(Personas persona, String path) throws Exception {
        MockHttpServletResponse answer = ask(persona, path);
        assertThat(answer.getStatus()).isEqualTo(200);
        return body(answer);
    }

    private MockHttpServletResponse ask(Personas persona, String path) throws Exception {
        return mvc.perform(get(path).with(signedInAs(persona))).andReturn().getResponse();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(signedInAs(NORD_COORDINATOR)))
                .andReturn()
                .getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
