package se.ledfyr.deadlines.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import se.ledfyr.HouseTest;
import se.ledfyr.deadlines.ClockId;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// What a calendar program gets, read by a library that calendar programs use.
@HouseTest
class CalendarTests {

    private static final Personas WORKER = Personas.SYD_COORDINATOR;
    private static final Pattern ADDRESS = Pattern.compile("/calendar/([A-Za-z0-9_-]{43})");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Clocks clocks;

    @Test
    void aCalendarProgramReadsWhenSomethingIsDueAndNotWhat() throws Exception {
        Instant at = Instant.now().plus(30, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        LocalDate day = LocalDate.now(java.time.ZoneId.of("Europe/Stockholm")).plusDays(5);
        RunningClock timed = set("reflection_period", DueTime.at(at), UUID.randomUUID());
        RunningClock whole = set("permit", DueTime.endOf(day), UUID.randomUUID());
        String secret = open(WORKER);

        MockHttpServletResponse answer = fetch(secret);
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.getContentAsString()));

        assertThat(answer.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(calendar.validate().hasErrors())
                .as(calendar.validate().toString())
                .isFalse();
        VEvent timedEvent = event(calendar, timed);
        VEvent wholeEvent = event(calendar, whole);
        assertThat(Instant.from(timedEvent.getDateTimeStart().getDate())).isEqualTo(at);
        assertThat(LocalDate.from(wholeEvent.getDateTimeStart().getDate())).isEqualTo(day);
        assertThat(timedEvent.getSummary().getValue()).isEqualTo("Ledfyr " + timed.reference());
        assertThat(answer.getContentAsString())
                .doesNotContain(
                        "etänketid", "eflection", "ermit", timed.subject().id().toString(), timed.path());
        assertThat(answer.getContentAsString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
    }

    @Test
    void anAddressShowsItsMembersOwnAndNobodyElses() throws Exception {
        RunningClock mine = set("task", DueTime.endOf(LocalDate.now().plusDays(2)), UUID.randomUUID());
        ClockId elsewhere = Personas.NGO_CASEWORKER
                .acting()
                .call(() -> clocks.set(ClockRequest.of(
                        "task",
                        new ClockSubject("TESTED", UUID.randomUUID()),
                        DueTime.endOf(LocalDate.now().plusDays(2)),
                        "/deadlines")));

        String file = fetch(open(WORKER)).getContentAsString();

        assertThat(file)
                .contains(mine.id().value().toString())
                .doesNotContain(elsewhere.value().toString());
    }

    @Test
    void aNewAddressClosesTheOldAndAClosedOneIsNotThere() throws Exception {
        String first = open(WORKER);
        assertThat(fetch(first).getStatus()).isEqualTo(200);
        String second = open(WORKER);
        assertThat(fetch(first).getStatus()).isEqualTo(404);
        assertThat(fetch(second).getStatus()).isEqualTo(200);

        mvc.perform(post("/deadlines/calendar/closing").with(signedInAs(WORKER)).with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(fetch(second).getStatus()).isEqualTo(404);
        assertThat(withoutMarks(fetch(second))).isEqualTo(withoutMarks(fetch("guessed")));
        assertThat(TestInstallation.owner()
                        .sql("select count(*) from audit.entry where action in ('CALENDAR_OPENED', 'CALENDAR_CLOSED')"
                                + " and member = ?")
                        .param(WORKER.id().value())
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void onlyTheHashOfAnAddressIsKept() throws Exception {
        String secret = open(WORKER);

        List<String> kept = TestInstallation.owner()
                .sql("select to_jsonb(c)::text from deadlines.calendar c where member = ?")
                .param(WORKER.id().value())
                .query(String.class)
                .list();

        assertThat(kept).hasSize(1).noneMatch(row -> row.contains(secret));
        // Its page does not know it any more either.
        String page = mvc.perform(get("/deadlines/calendar").with(signedInAs(WORKER)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain(secret);
    }

    @Test
    void theAddressOfWhoeverIsShutOutIsNotThere() throws Exception {
        UUID member = UUID.randomUUID();
        TestInstallation.owner()
                .sql("insert into organisations.member (id, organisation, login, name, roles, created_at)"
                        + " values (?, ?, ?, 'Snart Borta', array['CASEWORKER'], now())")
                .params(List.of(member, WORKER.place().id().value(), member + "@example.org"))
                .update();
        se.ledfyr.access.Secret secret = se.ledfyr.access.Secret.random();
        TestInstallation.owner()
                .sql(
                        "insert into deadlines.calendar (member, organisation, secret_hash, made_at) values (?, ?, ?, now())")
                .params(List.of(member, WORKER.place().id().value(), secret.hash()))
                .update();
        assertThat(fetch(secret.text()).getStatus()).isEqualTo(200);

        TestInstallation.owner()
                .sql("update organisations.member set roles = array['STATISTICIAN'] where id = ?")
                .param(member)
                .update();
        assertThat(fetch(secret.text()).getStatus())
                .as("no longer works with people")
                .isEqualTo(404);
        TestInstallation.owner()
                .sql("update organisations.member set roles = array['CASEWORKER'], disabled_at = now() where id = ?")
                .param(member)
                .update();
        assertThat(fetch(secret.text()).getStatus()).as("shut out").isEqualTo(404);
    }

    @Test
    void anAddressCanOnlyBeMadeForOneself() throws Exception {
        mvc.perform(post("/deadlines/calendar")
                        .with(signedInAs(Personas.NORD_STATISTICIAN))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(TestInstallation.application()
                        .sql("select count(*) from deadlines.calendar")
                        .query(Long.class)
                        .single())
                .as("nobody sees that there are any")
                .isZero();
    }

    private String open(Personas persona) throws Exception {
        String page = mvc.perform(
                        post("/deadlines/calendar").with(signedInAs(persona)).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher address = ADDRESS.matcher(page);
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private MockHttpServletResponse fetch(String secret) throws Exception {
        return mvc.perform(get("/calendar/" + secret)).andReturn().getResponse();
    }

    /// The page without what is new on every page.
    private static String withoutMarks(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString().replaceAll("value=\"[^\"]*\"", "");
    }

    private static VEvent event(Calendar calendar, RunningClock clock) {
        return calendar.getComponents(net.fortuna.ical4j.model.Component.VEVENT).stream()
                .map(VEvent.class::cast)
                .filter(event -> event.getUid()
                        .orElseThrow()
                        .getValue()
                        .equals(clock.id().value() + "@ledfyr"))
                .findFirst()
                .orElseThrow();
    }

    private RunningClock set(String kind, DueTime time, UUID id) throws Exception {
        ClockId set = WORKER.acting()
                .call(() -> clocks.set(ClockRequest.of(kind, new ClockSubject("TESTED", id), time, "/cases/" + id)));
        return WORKER.acting().call(() -> clocks.find(set)).orElseThrow();
    }
}
