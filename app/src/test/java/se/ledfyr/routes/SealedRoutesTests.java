package se.ledfyr.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.ledfyr.HouseTest;
import se.ledfyr.emergency.Circle;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// The attack on a sealed case from outside: every page of the house is asked by those for whom nothing is there. What
/// names a sealed thing is answered like what names nothing; what lists is like the list of an office in all respects
/// alike that never knew the person.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedRoutesTests {

    private static final String ID = Answers.ID;
    private static final List<String> LISTS = List.of(
            "/",
            "/registrations",
            "/registrations?region=nord&year=2025",
            "/registrations/new",
            "/events",
            "/events/{event}",
            "/events/{event}/people",
            "/events/{event}/next",
            "/cases",
            "/cases?show=duty",
            "/cases?show=all",
            "/cases?show=all&names=true",
            "/cases?show=passed_on",
            "/cases?show=closed",
            "/cases/{beside}",
            "/cases/{beside}/closing",
            "/cases/{beside}/plan",
            "/needs",
            "/needs?owed=others",
            "/needs?overdue=true",
            "/handovers",
            "/handovers?box=outbox",
            "/handovers?box=escalated",
            "/handovers?box=ended",
            "/handovers/new?case={beside}",
            "/handovers/together/new?case={beside}",
            "/deadlines",
            "/deadlines?whose=all",
            "/consultations",
            "/emergency",
            "/emergency/sealed",
            "/export",
            "/export/registrations.csv?year=2025",
            "/export/registrations?year=2025",
            "/import",
            "/statistics/rk_totals",
            "/statistics/rk_region",
            "/statistics/amp_totals",
            "/statistics/needs_by_type",
            "/statistics/needs_first_help",
            "/statistics/betanketid",
            "/support",
            "/support?box=answered",
            "/support/gaps",
            "/support/refusals",
            "/cases/{beside}/support/new",
            "/returns",
            "/returns?stage=before",
            "/returns?stage=journey",
            "/returns?stage=after",
            "/returns?stage=ended",
            "/returns/groups/new",
            "/returns/groups/new?event={event}",
            "/returns/groups/{group}",
            "/returns/groups/{group}?all=true",
            "/returns/{return}",
            "/permits",
            "/permits?box=waiting",
            "/permits?box=asked",
            "/permits?box=settled",
            "/cases/{beside}/permits/check",
            "/cases/{beside}/permits/application",
            "/justice",
            "/justice?status=investigation_ongoing",
            "/justice?status=no_report_made",
            "/cases/{beside}/justice",
            "/events/{event}/wage-claims",
            "/money",
            "/statistics",
            "/statistics/amp_group",
            "/statistics/amp_return",
            "/statistics/legal_status",
            "/statistics/legal_crimes",
            "/statistics/legal_rights",
            "/statistics/nsp_totals",
            "/statistics/programme_funding",
            "/statistics/reflection_applications",
            "/statistics/reflection_followed",
            "/statistics/reflection_none",
            "/members",
            "/chairs");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SealedWorld world;

    @SuppressWarnings("NullAway.Init") // made once the house is open
    private SealedWorld.Office sealed;

    @SuppressWarnings("NullAway.Init")
    private SealedWorld.Office without;

    private List<Route> routes = List.of();

    @BeforeAll
    void sealSomebodyInOneOfTwoOffices() throws Exception {
        sealed = world.office(true);
        without = world.office(false);
        routes = Routes.aboutPeople(sealed.things()).stream()
                .filter(route -> route.path().matches(".*" + ID + ".*"))
                // An event is nobody.
                .filter(route -> !route.path().contains(sealed.things().event()))
                .toList();
        world.seal(sealed);
    }

    @Test
    void everyPageIsThereForTheOneWhoIsNamed() throws Exception {
        assertThat(routes).hasSizeGreaterThan(115);
        for (Route route : routes) {
            if (route.method().equals("GET") && !route.answered().isEmpty()) {
                assertThat(send(sealed.circle().insider().signedIn(), ask(route, route.path()))
                                .getStatus())
                        .as(route.path())
                        .isLessThan(400);
            }
        }
    }

    @Test
    void whatNamesASealedThingIsAnsweredLikeWhatNamesNothing() throws Exception {
        for (Route route : routes) {
            String nothing = elsewhere(route.path());
            for (RequestPostProcessor who : askers(route)) {
                assertThat(answer(who, ask(route, route.path())))
                        .as(route.name())
                        .isEqualTo(answer(who, ask(route, nothing)));
            }
        }
        assertThat(world.untouched(sealed)).isEqualTo("OPEN OPEN OPEN true 1 1");
    }

    /// A reference that is read out on the telephone, an identifier inside a form.
    @Test
    void aSealedThingNamedInAFieldIsLikeNothing() throws Exception {
        Circle.One outsider = sealed.circle().outsider();
        String beside = sealed.beside().value().toString();
        String unknown = "2222-2222";
        assertThat(answer(outsider.signedIn(), get("/cases?reference=" + sealed.reference()))
                        .replace(sealed.reference(), unknown))
                .isEqualTo(answer(outsider.signedIn(), get("/cases?reference=" + unknown)));
        for (String[] field : new String[][] {
            {"/cases/" + beside + "/links", "reference", sealed.reference(), unknown},
            {
                "/handovers/new",
                "case",
                sealed.things().openCase(),
                UUID.randomUUID().toString()
            },
            {"/handovers/new", "need", sealed.need(), UUID.randomUUID().toString()},
            {
                "/handovers/together/new",
                "case",
                sealed.things().openCase(),
                UUID.randomUUID().toString()
            }
        }) {
            assertThat(answer(outsider.signedIn(), filled(field[0], field[1], field[2]))
                            .replace(field[2], field[3]))
                    .as(field[0] + " " + field[1])
                    .isEqualTo(answer(outsider.signedIn(), filled(field[0], field[1], field[3])));
        }
    }

    @Test
    void aSearchFindsWhatItFindsWhereThePersonNeverWas() throws Exception {
        for (String words : List.of("Sanna Sluten", SealedWorld.NUMBER, "070-174 06 05")) {
            assertThat(Answers.normal(
                            send(sealed.circle().outsider().signedIn(), filled("/registrations/search", "q", words))))
                    .isEqualTo(Answers.normal(
                            send(without.circle().outsider().signedIn(), filled("/registrations/search", "q", words))));
        }
    }

    @Test
    void everyListIsThatOfAnOfficeThatNeverKnewThePerson() throws Exception {
        assertThat(differing()).isEmpty();
    }

    @Test
    void theCalendarOfAColleagueIsThatOfAnOfficeThatNeverKnewThePerson() throws Exception {
        assertThat(calendar(sealed, sealed.circle().outsider()))
                .isEqualTo(calendar(without, without.circle().outsider()));
        assertThat(calendar(sealed, sealed.circle().insider()))
                .isNotEqualTo(calendar(without, without.circle().insider()));
    }

    @Test
    void whoeverRegistersThePersonAgainIsShownNobody() throws Exception {
        assertThat(registered(sealed)).isEqualTo(registered(without));
    }

    /// Ids in a file that belong to a sealed grant, its registration, a sealed reflection period.
    @Test
    void aFileThatNamesSealedRowsIsAnsweredLikeOneThatNamesNothing() throws Exception {
        for (String kind : List.of("amp", "amp-link", "reflection", "reflection-link", "registration")) {
            for (int twice = 0; twice < 2; twice++) {
                String answer = filed(sealed, kind, true);
                assertThat(answer)
                        .as(kind)
                        .isEqualTo(filed(without, kind, false))
                        .startsWith("302 file");
                assertThat(answer.contains("faults.csv")).as(kind + answer).isEqualTo(kind.endsWith("-link"));
            }
        }
    }

    @Test
    void aChildWithASealedCaseLeavesItsParentsCaseAsIfItHadNeverBeenThere() throws Exception {
        String here = "/cases/" + sealed.beside().value();
        String there = "/cases/" + without.beside().value();
        assertThat(page(sealed, sealed.circle().insider(), here)).contains("/children/");
        for (String office : List.of(here, there)) {
            SealedWorld.Office of = office.equals(here) ? sealed : without;
            assertThat(send(
                                    of.circle().outsider().signedIn(),
                                    post(office + "/children/new")
                                            .param("place", "home_country")
                                            .param("age", "7")
                                            .param("sex", "female"))
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(page(sealed, sealed.circle().outsider(), here).replaceAll("Barn \\d", "Barn"))
                .isEqualTo(page(without, without.circle().outsider(), there).replaceAll("Barn \\d", "Barn"));
    }

    /// What the insider did beside it stands there, in the one office as in the other.
    @Test
    void theLogOfTheOfficeSpeaksOfNothingSealed() throws Exception {
        for (String hidden : sealed.hidden()) {
            assertThat(world.entries(sealed, sealed.circle().auditor(), hidden))
                    .as("number %d", sealed.hidden().indexOf(hidden))
                    .isEmpty();
            assertThat(world.entries(sealed, sealed.circle().insider(), hidden))
                    .as("number %d", sealed.hidden().indexOf(hidden))
                    .isNotEmpty();
        }
    }

    /// A list that somebody named has seen says how many it is about for whoever reads, and nothing of how many there
    /// were.
    @Test
    void noEntryAboutAListSaysHowManyThereWere() throws Exception {
        for (String list : List.of("/support", "/returns", "/permits?box=running", "/returns/groups/{group}")) {
            page(sealed, sealed.circle().insider(), sealed.at(list));
        }
        assertThat(world.countsInTheLog(sealed, sealed.circle().auditor())).isEmpty();
    }

    /// What a plan is to cost is shared among those who are there.
    @Test
    void aPlanIsSharedAsIfNobodyElseWereInTheGroup() throws Exception {
        for (SealedWorld.Office office : List.of(sealed, without)) {
            assertThat(send(
                                    office.circle().outsider().signedIn(),
                                    post(office.at("/returns/groups/{group}/costs"))
                                            .param("cost_what", "tickets")
                                            .param("cost_unit", "3001")
                                            .param("cost_persons", "1"))
                            .getStatus())
                    .isEqualTo(302);
        }
        for (String path : List.of("/returns/{return}", "/returns/groups/{group}")) {
            assertThat(page(sealed, sealed.circle().outsider(), sealed.at(path)))
                    .isEqualTo(page(without, without.circle().outsider(), without.at(path)));
        }
        assertThat(world.planned(sealed)).isEqualTo(world.planned(without)).isEqualTo(300_100L);
    }

    @Test
    void noLetterToAColleagueSpeaksOfIt() {
        assertThat(TestInstallation.owner()
                        .sql("select count(*) from deadlines.letter l where to_jsonb(l)::text ~ ?")
                        .param(String.join(
                                "|",
                                sealed.circle().outsider().id().value().toString(),
                                sealed.circle().outsider().id().value() + "@example.org"))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /// Sixteen times each, in turn.
    @Test
    void askingTakesTheSameTime() throws Exception {
        RequestPostProcessor outsider = sealed.circle().outsider().signedIn();
        for (String[] pair : new String[][] {
            {"/cases/" + sealed.things().openCase() + "/plan", "/cases/" + UUID.randomUUID() + "/plan"},
            {"/needs/" + sealed.need(), "/needs/" + UUID.randomUUID()},
            {"/handovers/" + sealed.things().offer(), "/handovers/" + UUID.randomUUID()},
            {"/consents/" + sealed.things().ledger().consent(), "/consents/" + UUID.randomUUID()},
            {"/cases?reference=" + sealed.reference(), "/cases?reference=2222-2222"}
        }) {
            List<Long> hidden = new ArrayList<>();
            List<Long> missing = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                hidden.add(micros(outsider, pair[0]));
                missing.add(micros(outsider, pair[1]));
            }
            assertThat(Math.abs(median(hidden) - median(missing))).as(pair[1]).isLessThan(median(missing) / 3 + 3_000);
        }
    }

    /// The twin: with the rule taken away, the same questions find the person.
    @Test
    void withoutTheRuleTheAttacksSucceed() throws Exception {
        String rule = TestInstallation.owner()
                .sql("select pg_get_functiondef('people.hidden_from_me'::regproc)")
                .query(String.class)
                .single();
        try {
            TestInstallation.owner().sql("""
                            create or replace function people.hidden_from_me() returns uuid[]
                                language sql stable security definer set search_path = '' parallel safe
                            as $$ select '{}'::uuid[] $$
                            """).update();
            for (Route route : routes) {
                if (route.method().equals("GET")
                        && !route.answered().isEmpty()
                        && !route.path().contains("/seal")) {
                    assertThat(send(sealed.circle().outsider().signedIn(), ask(route, route.path()))
                                    .getStatus())
                            .as(route.path())
                            .isLessThan(400);
                }
            }
            assertThat(differing())
                    .anyMatch(told -> told.startsWith("/registrations "))
                    .anyMatch(told -> told.startsWith("/events/"))
                    .anyMatch(told -> told.startsWith("/cases?show=all "))
                    .anyMatch(told -> told.startsWith("/cases/"))
                    .anyMatch(told -> told.startsWith("/needs "))
                    .anyMatch(told -> told.startsWith("/handovers?box=outbox "))
                    .anyMatch(told -> told.startsWith("/handovers?box=ended "))
                    .anyMatch(told -> told.startsWith("/deadlines?whose=all "))
                    .anyMatch(told -> told.startsWith("/export/registrations.csv"))
                    .anyMatch(told -> told.startsWith("/statistics/rk_totals "))
                    .anyMatch(told -> told.startsWith("/statistics/amp_totals "));
            assertThat(calendar(sealed, sealed.circle().outsider()))
                    .isNotEqualTo(calendar(without, without.circle().outsider()));
        } finally {
            TestInstallation.owner().sql(rule).update();
        }
    }

    /// The twin of the policy on needs alone: whoever owes a need of somebody sealed in their own file would see it.
    @Test
    void withoutThePolicyOnNeedsTheOwnFileTells() throws Exception {
        String list = "/needs";
        try {
            TestInstallation.owner()
                    .sql("drop policy sealed_own_file_is_not_there on needs.need")
                    .update();
            assertThat(page(sealed, sealed.circle().outsider(), list))
                    .isNotEqualTo(page(without, without.circle().outsider(), list));
        } finally {
            TestInstallation.owner().sql("""
                            create policy sealed_own_file_is_not_there on needs.need as restrictive for all to ledfyr_app
                                using (id <> all ((select people.hidden_things())::uuid[]))
                            """).update();
        }
        assertThat(page(sealed, sealed.circle().outsider(), list))
                .isEqualTo(page(without, without.circle().outsider(), list));
    }

    private List<String> differing() throws Exception {
        return SideBySide.differing(
                LISTS,
                sealed.circle(),
                (who, list) -> page(sealed, who, sealed.at(list)),
                without.circle(),
                (who, list) -> page(without, who, without.at(list)));
    }

    private List<RequestPostProcessor> askers(Route route) {
        Circle circle = sealed.circle();
        List<RequestPostProcessor> all =
                new ArrayList<>(List.of(circle.outsider().signedIn()));
        if (route.method().equals("GET")) {
            Stream.of(circle.lead(), circle.auditor(), circle.statistician(), circle.administrator())
                    .map(Circle.One::signedIn)
                    .forEach(all::add);
            all.add(signedInAs(Personas.SYD_COORDINATOR));
            all.add(signedInAs(Personas.NATIONAL_ADMINISTRATOR));
            all.add(nobody -> nobody);
        }
        return all;
    }

    private static String elsewhere(String path) {
        return path.replaceAll(ID, "7e57ab1e-0000-4000-8000-000000000001");
    }

    private static MockHttpServletRequestBuilder ask(Route route, String path) {
        MockHttpServletRequestBuilder asked = request(HttpMethod.valueOf(route.method()), path);
        route.fields()
                .forEach((name, value) -> asked.param(name, path.equals(route.path()) ? value : elsewhere(value)));
        return asked;
    }

    private static MockHttpServletRequestBuilder filled(String path, String name, String value) {
        return post(path).param(name, value).param("kind", "SIBLING").param("why", "Ett skäl");
    }

    private String registered(SealedWorld.Office office) throws Exception {
        Circle.One outsider = office.circle().outsider();
        return Answers.normal(send(
                outsider.signedIn(),
                post("/registrations/new")
                        .param("name", "Sanna Sluten Kretsdotter")
                        .param("number", SealedWorld.NUMBER)
                        .param("number_kind", "PERSONAL_NUMBER")
                        .param("registered_on", "2025-05-05")
                        .param("region", "nord")
                        .param("municipality_code", "2480")
                        .param("age_group", "adult")
                        .param("sex", "female")
                        .param("citizenship", "TH")
                        .param("forms", "labour")
                        .param("referred_by", "police")
                        .param("assessment", "reason_to_assume")));
    }

    private String filed(SealedWorld.Office office, String kind, boolean named) throws Exception {
        Circle.One outsider = office.circle().outsider();
        byte[] file = world.file(office, kind, named).getBytes(StandardCharsets.UTF_8);
        MockHttpServletResponse answer = mvc.perform(multipart("/import")
                        .file(new MockMultipartFile("file", "rows.csv", "text/csv", file))
                        .with(outsider.signedIn())
                        .with(csrf())
                        .session(new MockHttpSession()))
                .andReturn()
                .getResponse();
        String next = answer.getRedirectedUrl();
        return Answers.normal(answer) + (next == null ? "" : page(office, outsider, next));
    }

    private String calendar(SealedWorld.Office office, Circle.One who) throws Exception {
        String page = send(who.signedIn(), post("/deadlines/calendar")).getContentAsString(StandardCharsets.UTF_8);
        String path = page.replaceAll("(?s).*(/calendar/[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(path).startsWith("/calendar/").hasSizeLessThan(60);
        return Answers.normal(mvc.perform(get(path)).andReturn().getResponse())
                .replaceAll("DT[A-Z]+[^\n]*", "")
                .replaceAll("(?m)^(SUMMARY|URL|UID|DESCRIPTION)[^\n]*", "$1");
    }

    private String page(SealedWorld.Office office, Circle.One who, String path) throws Exception {
        return Answers.normal(send(who.signedIn(), get(path)));
    }

    private MockHttpServletResponse send(RequestPostProcessor who, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(who).with(csrf()).session(new MockHttpSession()))
                .andReturn()
                .getResponse();
    }

    private String answer(RequestPostProcessor who, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = send(who, request);
        Map<String, Object> headers = new TreeMap<>();
        answer.getHeaderNames().forEach(name -> headers.put(name, answer.getHeaders(name)));
        headers.remove("Content-Length");
        return answer.getStatus() + " " + headers.toString().replaceAll(ID, "id") + plain(answer);
    }

    private static String plain(MockHttpServletResponse answer) throws Exception {
        return Answers.plain(answer);
    }

    private long micros(RequestPostProcessor who, String path) throws Exception {
        long began = System.nanoTime();
        send(who, get(path));
        return (System.nanoTime() - began) / 1_000;
    }

    private static long median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
