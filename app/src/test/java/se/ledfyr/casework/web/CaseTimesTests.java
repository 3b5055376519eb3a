package se.ledfyr.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseTimes;
import se.ledfyr.casework.TestCases;
import se.ledfyr.deadlines.ClockStage;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.personas.Personas;

@HouseTest
class CaseTimesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestCases some;

    @Autowired
    private Clocks clocks;

    @Autowired
    private CaseTimes caseTimes;

    @Test
    void aRestPeriodEndsThirtyDaysAfterItBegan() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);

        send(NORD_COORDINATOR, set(id, "nsp_rest", "2026-11-20", ""));

        RunningClock time = times(id).getFirst();
        assertThat(time.lastDay()).isEqualTo("2026-12-20");
        assertThat(time.member()).as("whoever works on the case").isEqualTo(NORD_COORDINATOR.id());
        assertThat(page(NORD_COORDINATOR, "/cases/" + id.value())).contains("till och med 2026-12-20");
    }

    @Test
    void aDayThatADecisionNamesComesBeforeTheRule() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);

        send(NORD_COORDINATOR, set(id, "nsp_integration", "2026-11-20", "2027-03-01"));

        assertThat(times(id).getFirst().lastDay()).isEqualTo("2027-03-01");
        assertThat(times(id).getFirst().halfAt()).isNotNull();
    }

    /// The office of the programme counts those days. Until when a holder may set them too is in the code list.
    @Test
    void daysInTheProgrammeAreSetByHandUntilTheListSaysSo() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);
        try (TestTime time = TestTime.travel()) {
            time.to(Instant.parse("2026-12-31T09:00:00Z"));
            assertThat(caseTimes.rules()).contains("nsp_rest", "nsp_integration", "follow_up");
            time.to(Instant.parse("2027-01-01T09:00:00Z"));
            assertThat(caseTimes.rules()).contains("follow_up").doesNotContain("nsp_rest", "nsp_integration");
            for (String rule : List.of("nsp_rest", "nsp_integration")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> NORD_COORDINATOR
                                .acting()
                                .run(() -> caseTimes.start(id, rule, LocalDate.of(2026, 12, 20), null)));
            }
        }
        assertThat(times(id)).isEmpty();
    }

    /// They come from the permits of the person; two clocks for one thing would end up different.
    @Test
    void whatSomebodyMayStayOnIsNoTimeThatIsSetByHand() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);

        for (String kind : List.of("reflection_period", "permit")) {
            assertThat(send(NORD_COORDINATOR, set(id, kind, "2026-11-20", "")).getContentAsString())
                    .contains("Välj vad tiden gäller");
        }
        assertThat(times(id)).isEmpty();
        assertThat(page(NORD_COORDINATOR, "/cases/" + id.value() + "/times"))
                .contains("Tider för betänketid och uppehållstillstånd sätts inte här")
                .doesNotContain("value=\"reflection_period\"", "value=\"permit\"");
    }

    @Test
    void whatIsNotedAsDoneIsNoLongerDue() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);
        send(NORD_COORDINATOR, set(id, "follow_up", LocalDate.now().toString(), ""));
        RunningClock time = times(id).getFirst();

        send(
                NORD_COORDINATOR,
                post("/cases/" + id.value() + "/times/" + time.id().value() + "/done"));

        assertThat(times(id)).isEmpty();
        assertThat(NORD_COORDINATOR
                        .acting()
                        .call(() -> clocks.find(time.id()))
                        .orElseThrow()
                        .stage())
                .isEqualTo(ClockStage.STOPPED);
    }

    @Test
    void aClosedCaseWaitsForNothing() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);
        send(NORD_COORDINATOR, set(id, "review", LocalDate.now().toString(), ""));

        send(
                NORD_COORDINATOR,
                post("/cases/" + id.value() + "/closing")
                        .param("outcome", "returned_home")
                        .param("reason", "kontaktad"));

        assertThat(all(id)).isEmpty();
    }

    @Test
    void aFormWithErrorsComesBackAsItWas() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);

        assertThat(send(NORD_COORDINATOR, set(id, "review", "2026-11-20", "2026-11-01"))
                        .getContentAsString())
                .contains("Sista dagen kan inte vara före den första", "2026-11-01");
        assertThat(send(NORD_COORDINATOR, set(id, "", "i går", "")).getContentAsString())
                .contains("Välj vad tiden gäller", "Skriv en dag som");
        assertThat(times(id)).isEmpty();
    }

    @Test
    void forOthersThereIsNoTimeToSetOrEnd() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);
        send(NORD_COORDINATOR, set(id, "follow_up", LocalDate.now().toString(), ""));
        RunningClock time = times(id).getFirst();

        assertThat(send(SYD_COORDINATOR, set(id, "review", LocalDate.now().toString(), ""))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(
                                SYD_COORDINATOR,
                                post("/cases/" + id.value() + "/times/"
                                        + time.id().value() + "/done"))
                        .getStatus())
                .isEqualTo(404);
        CaseId theirs = some.opened(SYD_COORDINATOR);
        assertThat(send(
                                SYD_COORDINATOR,
                                post("/cases/" + theirs.value() + "/times/"
                                        + time.id().value() + "/done"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(times(id)).hasSize(1);
    }

    private List<RunningClock> times(CaseId id) throws Exception {
        return all(id).stream()
                .filter(time -> !time.kind().equals("social_services_contact"))
                .toList();
    }

    /// With the one that every case begins with.
    private List<RunningClock> all(CaseId id) throws Exception {
        return NORD_COORDINATOR.acting().call(() -> clocks.listOpenOfCase(id.value()));
    }

    private static MockHttpServletRequestBuilder set(CaseId id, String rule, String first, String last) {
        return post("/cases/" + id.value() + "/times")
                .param("rule", rule)
                .param("first", first)
                .param("last", last);
    }

    private MockHttpServletResponse send(Personas persona, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(signedInAs(persona)).with(csrf()).header("Accept-Language", "sv"))
                .andReturn()
                .getResponse();
    }

    private String page(Personas persona, String path) throws Exception {
        return mvc.perform(get(path).with(signedInAs(persona)).header("Accept-Language", "sv"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
