package se.ledfyr.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.ledfyr.HouseTest;
import se.ledfyr.emergency.web.Hurry;
import se.ledfyr.personas.Personas;

/// Every route for every persona, asking for what belongs to somebody else: an answer, or the one page that says that
/// nothing is there. A new route has to be written down in [Routes] first.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTests {

    private static final String NOWHERE = "/no-such-page";

    @Autowired
    private MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Hurry hurry;

    private List<Route> routes = List.of();

    @BeforeAll
    void gather() throws Exception {
        routes = Routes.all(ThingsOfSyd.make(), correctionOfSyd());
        hurry.begin();
    }

    @AfterAll
    void takeTimeAgain() {
        hurry.end();
    }

    @Test
    void everyRouteIsInTheMatrixAndNothingElse() {
        Set<String> known = routes.stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(existing()).isEqualTo(known);
    }

    @TestFactory
    Stream<DynamicTest> aRouteAnswersThoseWhoMayAndIsNotThereForAllOthers() {
        return routes.stream()
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> {
                    for (Personas persona : Personas.values()) {
                        check(route, persona);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsSentToTheSignInPage() {
        return routes.stream()
                .filter(route -> !route.open())
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> {
                    MockHttpServletResponse answer = send(ask(route).with(csrf()));
                    assertThat(answer.getStatus()).isEqualTo(302);
                    assertThat(answer.getHeader("Location")).startsWith("/sign-in");
                    assertThat(answer.getContentAsString()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFormWithoutItsTokenChangesNothing() {
        return routes.stream()
                .filter(route ->
                        route.method().equals("POST") && !route.answered().isEmpty())
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> {
                    Personas allowed = route.answered().iterator().next();
                    MockHttpServletResponse answer = send(ask(route).with(signedInAs(allowed)));
                    assertThat(answer.getStatus()).isEqualTo(404);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aMethodThatNoPageUsesIsNotThere() {
        return Stream.of("PUT", "DELETE", "PATCH", "OPTIONS")
                .map(method -> DynamicTest.dynamicTest(method, () -> {
                    for (String path : List.of("/", "/members", "/audit", NOWHERE)) {
                        MockHttpServletResponse answer = send(request(HttpMethod.valueOf(method), path)
                                .with(csrf())
                                .with(signedInAs(Personas.NORD_ADMINISTRATOR)));
                        assertThat(answer.getStatus()).as(path).isEqualTo(404);
                        assertThat(answer.getHeader("Allow")).as(path).isNull();
                    }
                }));
    }

    /// A file of the office Syd that waits for a yes, because it would change what another one brought.
    private String correctionOfSyd() throws Exception {
        String id = UUID.randomUUID().toString();
        upload(id + ",2024-02-01,syd,1280,female,adult,,,labour,,police,,,,0,false,false");
        return upload(id + ",2024-02-01,syd,1280,male,adult,,,labour,,police,,,,0,false,false");
    }

    private String upload(String row) throws Exception {
        String header =
                "registration_id,registered_on,region,municipality_code,sex,age_group,birth_year,citizenship,forms,"
                        + "sector,referred_by,event_id,began,setting,children_accompanying,amp_requested,reflection_requested";
        byte[] content = (header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        String answer = mvc.perform(multipart("/import")
                        .file(new MockMultipartFile("file", "people.csv", "text/csv", content))
                        .with(csrf())
                        .with(signedInAs(Personas.SYD_COORDINATOR)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return java.util.Objects.requireNonNull(answer).substring("/import/".length());
    }

    private void check(Route route, Personas persona) throws Exception {
        MockHttpServletResponse answer = send(ask(route).with(csrf()).with(signedInAs(persona)));
        if (route.answered().contains(persona)) {
            assertThat(answer.getStatus())
                    .as("%s for %s", route, persona)
                    .isNotEqualTo(404)
                    .isLessThan(500);
        } else {
            MockHttpServletResponse nothing =
                    send(request(HttpMethod.GET, NOWHERE).with(csrf()).with(signedInAs(persona)));
            assertThat(answer.getStatus()).as("%s for %s", route, persona).isEqualTo(404);
            assertThat(body(answer)).as("%s for %s", route, persona).isEqualTo(body(nothing));
            assertThat(headers(answer)).as("%s for %s", route, persona).isEqualTo(headers(nothing));
        }
    }

    private static MockHttpServletRequestBuilder ask(Route route) {
        MockHttpServletRequestBuilder asked = request(HttpMethod.valueOf(route.method()), route.path());
        route.fields()
                .forEach((name, value) ->
                        asked.param(name, value.replace("*", UUID.randomUUID().toString())));
        return asked;
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    /// The form token is new with every answer; its length is not.
    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString().replaceAll("(name=\"(?:_csrf|once)\" value=\")[^\"]+", "$1");
    }

    private static Map<String, List<String>> headers(MockHttpServletResponse answer) {
        Map<String, List<String>> headers = new TreeMap<>();
        answer.getHeaderNames().forEach(name -> headers.put(name, answer.getHeaders(name)));
        headers.remove("Content-Length");
        return headers;
    }

    private Set<String> existing() {
        Set<String> names = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> names.addAll(names(info)));
        return names;
    }

    private static Set<String> names(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("GET " + pattern)
                        : methods.stream().map(method -> method + " " + pattern))
                .collect(Collectors.toSet());
    }
}
