package se.ledfyr.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.ledfyr.HouseTest;
import se.ledfyr.emergency.Circle;
import se.ledfyr.installation.TestInstallation;

/// The attack on a sealed case at the office that runs the support programme. Its rooms, its log and its letters
/// are for a colleague what they are in an office in all respects alike that never knew the person; a taken place
/// tells nothing.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedProgrammeTests {

    private static final List<String> LISTS = List.of(
            "/",
            "/support",
            "/support?box=answered",
            "/support/applications/new",
            "/support/grants",
            "/support/grants?show=ending",
            "/support/grants?show=over",
            "/support/grants/{beside}",
            "/support/homes",
            "/support/homes?region=nord&takes=women",
            "/support/homes/{home}",
            "/support/gaps",
            "/support/refusals",
            "/deadlines",
            "/deadlines?whose=all",
            "/registrations",
            "/cases?show=all",
            "/emergency",
            "/emergency/sealed",
            "/export",
            "/export/registrations.csv?year=2026",
            "/money/{money}/expenses",
            "/money/{money}/prices",
            "/statistics/nsp_totals",
            "/statistics/nsp_days",
            "/statistics/nsp_share",
            "/statistics/nsp_home_region");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SealedProgramme world;

    @SuppressWarnings("NullAway.Init") // made once the house is open
    private SealedProgramme.Office sealed;

    @SuppressWarnings("NullAway.Init")
    private SealedProgramme.Office without;

    @BeforeAll
    void sealSomebodyInOneOfTwoOffices() {
        sealed = world.office(true);
        without = world.office(false);
        world.seal(sealed);
    }

    @Test
    void everyListIsThatOfAnOfficeThatNeverKnewThePerson() throws Exception {
        assertThat(differing()).isEmpty();
    }

    @Test
    void whatNamesASealedThingIsAnsweredLikeWhatNamesNothing() throws Exception {
        RequestPostProcessor outsider = sealed.circle().outsider().signedIn();
        for (Route route : routes()) {
            assertThat(answer(outsider, ask(route, route.path())))
                    .as(route.name())
                    .isEqualTo(answer(outsider, ask(route, nothing(route.path()))));
            if (route.method().equals("GET")) {
                for (Circle.One who : List.of(
                        sealed.circle().lead(),
                        sealed.circle().auditor(),
                        sealed.circle().administrator())) {
                    assertThat(answer(who.signedIn(), ask(route, route.path())))
                            .as(route.name())
                            .isEqualTo(answer(who.signedIn(), ask(route, nothing(route.path()))));
                }
            }
        }
    }

    @Test
    void whoeverIsNamedSeesThemAll() throws Exception {
        for (Route route : routes()) {
            if (route.method().equals("GET") && !route.path().endsWith("/decision")) {
                assertThat(send(sealed.circle().insider().signedIn(), ask(route, route.path()))
                                .getStatus())
                        .as(route.path())
                        .isEqualTo(200);
            }
        }
    }

    /// Known ids in the fields of forms about somebody else.
    @Test
    void aSealedGrantInAFieldIsLikeNothing() throws Exception {
        RequestPostProcessor outsider = sealed.circle().outsider().signedIn();
        String books = "/money/" + sealed.money() + "/expenses";
        for (String grant : List.of(sealed.grant(), UUID.randomUUID().toString())) {
            assertThat(answer(
                                    outsider,
                                    request(HttpMethod.POST, books)
                                            .param("booked_on", world.today())
                                            .param("kind", "other")
                                            .param("amount", "100")
                                            .param("grant", grant))
                            .replace(grant, "grant"))
                    .isEqualTo(answer(
                                    outsider,
                                    request(HttpMethod.POST, books)
                                            .param("booked_on", world.today())
                                            .param("kind", "other")
                                            .param("amount", "100")
                                            .param("grant", "7e57ab1e-0000-4000-8000-000000000001"))
                            .replace("7e57ab1e-0000-4000-8000-000000000001", "grant"));
        }
    }

    @Test
    void theLogOfTheOfficeSpeaksOfNothingSealed() throws Exception {
        for (String hidden : sealed.hidden()) {
            assertThat(entries(sealed.circle().auditor(), hidden)).as(hidden).isZero();
            assertThat(entries(sealed.circle().insider(), hidden)).as(hidden).isPositive();
        }
    }

    /// A clock about a grant is a clock about somebody.
    @Test
    void theHouseWritesToInsidersAlone() throws Exception {
        for (String hidden : sealed.hidden()) {
            assertThat(asTheHouse("select people.kept_to('%s')::text".formatted(hidden)))
                    .as(hidden)
                    .isEqualTo("{" + sealed.circle().insider().id().value() + "}");
        }
        assertThat(asTheHouse("select coalesce(people.kept_to('%s')::text, 'everybody')".formatted(sealed.beside())))
                .isEqualTo("everybody");
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
            assertThat(differing())
                    .anyMatch(told -> told.startsWith("/support "))
                    .anyMatch(told -> told.startsWith("/support?box=answered "))
                    .anyMatch(told -> told.startsWith("/support/grants "))
                    .anyMatch(told -> told.startsWith("/deadlines?whose=all "))
                    .anyMatch(told -> told.startsWith("/statistics/nsp_totals "));
            assertThat(send(sealed.circle().outsider().signedIn(), get("/support/grants/" + sealed.grant()))
                            .getStatus())
                    .isEqualTo(200);
        } finally {
            TestInstallation.owner().sql(rule).update();
        }
    }

    private List<Route> routes() {
        return SupportOfSyd.ofOffice(sealed.application(), sealed.grant()).stream()
                .filter(route -> !route.path().contains("/homes/"))
                .toList();
    }

    private List<String> differing() throws Exception {
        return SideBySide.differing(
                LISTS,
                sealed.circle(),
                (who, list) -> Answers.normal(send(who.signedIn(), get(sealed.at(list)))),
                without.circle(),
                (who, list) -> Answers.normal(send(who.signedIn(), get(without.at(list)))));
    }

    private MockHttpServletResponse send(RequestPostProcessor who, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(who).with(csrf()).session(new MockHttpSession()))
                .andReturn()
                .getResponse();
    }

    private String answer(RequestPostProcessor who, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = send(who, request);
        return answer.getStatus() + " "
                + String.valueOf(answer.getRedirectedUrl()).replaceAll(Answers.ID, "id") + Answers.plain(answer);
    }

    private static MockHttpServletRequestBuilder ask(Route route, String path) {
        MockHttpServletRequestBuilder asked = request(HttpMethod.valueOf(route.method()), path);
        route.fields()
                .forEach((name, value) -> asked.param(
                        name, value.replace("*", nothing(UUID.randomUUID().toString()))));
        return asked;
    }

    private static String nothing(String path) {
        return path.replaceAll(Answers.ID, "7e57ab1e-0000-4000-8000-000000000001");
    }

    private long entries(Circle.One who, String thing) throws SQLException {
        return Long.parseLong(one(
                "select set_config('ledfyr.organisation', '%s', true), set_config('ledfyr.member', '%s', true)"
                        .formatted(who.office().value(), who.id().value()),
                "select count(*)::text from audit.entry where '%s'::uuid = any (subjects)".formatted(thing)));
    }

    private String asTheHouse(String question) throws SQLException {
        return one(
                "select set_config('ledfyr.organisation', '%s', true), set_config('ledfyr.house', 'true', true)"
                        .formatted(sealed.circle().office().value()),
                question);
    }

    private static String one(String bind, String question) throws SQLException {
        try (Connection connection = TestInstallation.applicationConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(bind);
            try (ResultSet rows = statement.executeQuery(question)) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        }
    }
}
