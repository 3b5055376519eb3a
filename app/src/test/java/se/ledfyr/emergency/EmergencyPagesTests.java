package se.ledfyr.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.Registering;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;

/// What a browser shows around a sealed case: to the one who is named, to a colleague who is not, to those who judge.
@HouseTest
class EmergencyPagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Registering registering;

    @Autowired
    private Events events;

    @Autowired
    private Cases cases;

    @SuppressWarnings("NullAway.Init") // made once the house is open
    private Circle circle;

    private RegistrationId registration = RegistrationId.random();
    private CaseId file = CaseId.random();
    private final EventId event = EventId.random();

    @BeforeEach
    void sealSomebodyInTheBrowser() throws Exception {
        circle = Circle.make();
        circle.insider().acting().run(() -> {
            events.add(new Event(
                    event,
                    "KRETS-2025",
                    "nord",
                    "2480",
                    null,
                    null,
                    null,
                    null,
                    "cleaning",
                    "police",
                    new java.util.TreeSet<>()));
            registration = registering.newPerson(
                    SealedCasesTests.someone(), SealedCasesTests.facts("TH"), Circumstances.notStated());
            registering.newPerson(
                    new Registering.NewPerson(Identity.named("Bredvid Bredvidsson"), null, new NameFacts(1985, "SE")),
                    SealedCasesTests.facts("SE"),
                    Circumstances.notStated());
            file = cases.open(registration);
        });
        MockHttpServletResponse sealed = send(
                circle.lead(),
                post(seal())
                        .param("members", circle.insider().id().value().toString())
                        .param("why", "hot"));
        assertThat(sealed.getRedirectedUrl()).isEqualTo("/registrations");
    }

    @Test
    void theOneWhoIsNamedSeesWhomItIsSealedTo() throws Exception {
        assertThat(body(circle.insider(), page())).contains("Sanna Sluten", "Slutet ärende", "Finns bara för");
        assertThat(body(circle.insider(), "/cases/" + file.value())).contains("Slutet ärende");
        assertThat(body(circle.insider(), "/emergency/sealed")).contains("Sanna Sluten");
    }

    @Test
    void toAColleagueEveryPageIsLikeThatOfSomethingThatIsNot() throws Exception {
        for (Circle.One other : List.of(circle.outsider(), circle.lead(), circle.auditor(), circle.administrator())) {
            for (String pattern : List.of(
                    "/registrations/%s",
                    "/registrations/%s/seal",
                    "/registrations/%s/correction",
                    "/registrations/%s/identity",
                    "/cases/%s")) {
                String id = pattern.startsWith("/cases")
                        ? file.value().toString()
                        : registration.value().toString();
                assertThat(answer(other, get(pattern.formatted(id))))
                        .as(pattern + " " + other.role())
                        .isEqualTo(answer(other, get(pattern.formatted(UUID.randomUUID()))));
            }
        }
    }

    @Test
    void noPageOfAColleagueSaysThatAnybodyIsThere() throws Exception {
        for (Circle.One other : List.of(circle.outsider(), circle.lead(), circle.statistician())) {
            assertThat(body(other, "/registrations"))
                    .doesNotContain("Sanna", registration.value().toString());
            assertThat(body(other, "/export/registrations.csv?year=2025"))
                    .doesNotContain(registration.value().toString());
        }
        for (String path : List.of(
                "/events",
                "/events/" + event.value(),
                "/events/" + event.value() + "/people",
                "/cases",
                "/needs",
                "/handovers",
                "/deadlines",
                "/")) {
            assertThat(body(circle.outsider(), path))
                    .as(path)
                    .doesNotContain(
                            "Sanna",
                            registration.value().toString(),
                            file.value().toString());
        }
        assertThat(body(circle.insider(), "/cases")).contains(file.value().toString());
        assertThat(body(circle.insider(), "/export/registrations.csv?year=2025"))
                .contains(registration.value().toString());
        assertThat(body(circle.auditor(), "/audit")).doesNotContain("hot");
    }

    @Test
    void breakingTheGlassAnswersTheSameWhetherOrNotThereIsAnybody() throws Exception {
        Circle.One hits = circle.another();
        Circle.One misses = circle.another();
        assertThat(answer(hits, glass("Sanna Sluten"))).isEqualTo(answer(misses, glass("Ingen Alls")));
        assertThat(normal(body(hits, "/emergency"), hits)).isEqualTo(normal(body(misses, "/emergency"), misses));

        assertThat(body(hits, page())).contains("Sanna Sluten");
        assertThat(body(circle.insider(), page())).contains("Öppnat i nödläge", "Någon behöver hjälp");
        assertThat(body(circle.lead(), "/")).contains("2 gånger");
        assertThat(body(circle.lead(), "/emergency/told")).contains("Någon behöver hjälp");
        assertThat(body(circle.lead(), "/")).doesNotContain("2 gånger");
        assertThat(body(circle.auditor(), "/")).contains("väntar på din bedömning");
    }

    @Test
    void theAuditorJudgesEach() throws Exception {
        send(circle.outsider(), glass("Ingen Alls"));
        String id = body(circle.auditor(), "/emergency/reviews")
                .replaceAll("(?s).*/emergency/reviews/([0-9a-f-]{36}).*", "$1");
        String address = "/emergency/reviews/" + id;
        assertThat(body(circle.auditor(), address)).contains("Någon behöver hjälp");
        assertThat(send(circle.auditor(), post(address).param("verdict", "JUSTIFIED"))
                        .getContentAsString())
                .contains("Välj en bedömning");
        assertThat(send(
                                circle.auditor(),
                                post(address).param("verdict", "JUSTIFIED").param("why", "Det var bråttom"))
                        .getRedirectedUrl())
                .isEqualTo("/emergency/reviews");
        assertThat(body(circle.outsider(), "/emergency")).contains("befogad", "Det var bråttom");
        assertThat(send(circle.auditor(), get(address)).getStatus()).isEqualTo(404);
    }

    /// Twelve times each, in turn: the answer comes on the same step of a quarter of a second.
    @Test
    void theGlassTakesTheSameTimeWhetherOrNotThereIsAnybody() throws Exception {
        List<Long> hit = new ArrayList<>();
        List<Long> miss = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            hit.add(time(circle.another(), glass("Sanna Sluten")));
            miss.add(time(circle.another(), glass("Ingen Alls")));
        }
        assertThat(Math.abs(median(hit) - median(miss))).as("%s %s", hit, miss).isLessThan(25);
    }

    /// Forty times each, in turn. `EvenTimeTests` has the twin without steps.
    @Test
    void aPageOfSomethingHiddenTakesTheTimeOfOneThatIsNot() throws Exception {
        List<Long> hidden = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hidden.add(micros(circle.outsider(), get(page())));
            missing.add(micros(circle.outsider(), get("/registrations/" + UUID.randomUUID())));
        }
        long apart = Math.abs(median(hidden) - median(missing));
        assertThat(apart).as("microseconds apart").isLessThan(median(missing) / 3 + 1_000);
    }

    private String page() {
        return "/registrations/" + registration.value();
    }

    private String seal() {
        return page() + "/seal";
    }

    private static MockHttpServletRequestBuilder glass(String words) {
        return post("/emergency").param("words", words).param("reason", "Någon behöver hjälp");
    }

    private long time(Circle.One who, MockHttpServletRequestBuilder request) throws Exception {
        return micros(who, request) / 1_000;
    }

    private long micros(Circle.One who, MockHttpServletRequestBuilder request) throws Exception {
        long began = System.nanoTime();
        send(who, request);
        return (System.nanoTime() - began) / 1_000;
    }

    private static long median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private MockHttpServletResponse send(Circle.One who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(who.signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String body(Circle.One who, String path) throws Exception {
        MockHttpServletResponse answer = send(who, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    /// Status, headers and body, without the form's token.
    private String answer(Circle.One who, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = send(who, request);
        Map<String, Object> headers = new TreeMap<>();
        answer.getHeaderNames().forEach(name -> headers.put(name, answer.getHeaders(name)));
        headers.remove("Content-Length");
        return answer.getStatus() + " " + headers + normal(answer.getContentAsString(), who);
    }

    private static String normal(String body, Circle.One who) {
        return body.replaceAll("(name=\"(?:_csrf|once)\" value=\")[^\"]+", "$1")
                .replaceAll("datetime=\"[^\"]+\"|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "")
                .replace("Krets COORDINATOR " + who.id().value().toString().substring(0, 4), "");
    }
}
