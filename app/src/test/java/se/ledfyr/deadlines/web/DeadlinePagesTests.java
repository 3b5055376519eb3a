package se.ledfyr.deadlines.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.ledfyr.HouseTest;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.personas.Personas;

@HouseTest
class DeadlinePagesTests {

    private static final Personas WORKER = Personas.NGO_CASEWORKER;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Clocks clocks;

    private final ClockSubject subject = new ClockSubject("TESTED", UUID.randomUUID());

    @AfterEach
    void stop() {
        WORKER.acting().run(() -> clocks.stop(subject));
    }

    @Test
    void whatIsOverdueAndWhatComesIsListedByHowNearItIs() throws Exception {
        RunningClock late = set("follow_up", DueTime.at(Instant.now().minus(Duration.ofHours(3))));
        RunningClock soon = set("review", DueTime.endOf(LocalDate.now().plusDays(4)));
        RunningClock later = set("permit", DueTime.endOf(LocalDate.now().plusDays(20)));
        RunningClock far = set("nsp_rest", DueTime.endOf(LocalDate.now().plusDays(50)));

        String page = show("/deadlines");

        assertThat(page.indexOf("Försenat"))
                .isLessThan(page.indexOf(late.reference()))
                .isPositive();
        assertThat(page.indexOf(late.reference())).isLessThan(page.indexOf(soon.reference()));
        assertThat(page.indexOf(soon.reference())).isLessThan(page.indexOf(later.reference()));
        assertThat(page).doesNotContain(far.reference());
        assertThat(page)
                .contains(
                        "Uppföljning",
                        "Genomgång av ärende",
                        "till och med " + LocalDate.now().plusDays(4));
    }

    @Test
    void othersClocksAreShownOnlyWhenAskedFor() throws Exception {
        MemberId colleague = new MemberId(UUID.randomUUID());
        se.ledfyr.installation.TestInstallation.owner()
                .sql("insert into organisations.member (id, organisation, login, name, roles, created_at)"
                        + " values (?, ?, ?, 'Kollega Ett', array['CASEWORKER'], now())")
                .params(java.util.List.of(
                        colleague.value(), WORKER.place().id().value(), colleague.value() + "@example.org"))
                .update();
        ClockRequest request =
                ClockRequest.of("task", subject, DueTime.endOf(LocalDate.now().plusDays(2)), "/deadlines");
        RunningClock theirs = find(WORKER.acting().call(() -> clocks.set(request.forMember(colleague))));
        RunningClock mine = find(WORKER.acting().call(() -> clocks.set(request.forMember(WORKER.id()))));

        assertThat(show("/deadlines")).contains(mine.reference()).doesNotContain(theirs.reference());
        assertThat(show("/deadlines?whose=all")).contains(mine.reference(), theirs.reference(), "Kollega Ett");
    }

    @Test
    void theStartPageShowsTheNextSevenDays() throws Exception {
        // The longest overdue stands first, before whatever other tests have left.
        set("follow_up", DueTime.endOf(LocalDate.now().minusYears(3)));
        RunningClock soon = set("review", DueTime.endOf(LocalDate.now().plusDays(6)));
        RunningClock later = set("permit", DueTime.endOf(LocalDate.now().plusDays(9)));

        String page = show("/");

        assertThat(page).contains("De närmaste sju dagarna", "Uppföljning");
        assertThat(page).doesNotContain(later.reference(), "Uppehållstillstånd tar slut");
        assertThat(WORKER.acting().call(() -> clocks.listDueWithin(7)))
                .extracting(RunningClock::reference)
                .contains(soon.reference())
                .doesNotContain(later.reference());
    }

    @Test
    void aHouseWithoutMailSaysSo() throws Exception {
        assertThat(show("/deadlines")).contains("kan inte skicka e-post");
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() throws Exception {
        RunningClock clock = set("follow_up", DueTime.at(Instant.now()));

        for (String path : new String[] {"/deadlines", "/deadlines?whose=all", "/"}) {
            mvc.perform(get(path).with(signedInAs(Personas.SYD_COORDINATOR)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(clock.reference()))));
        }
    }

    @Test
    void whoeverDoesNotWorkWithPeopleHasNoTimes() throws Exception {
        mvc.perform(get("/deadlines").with(signedInAs(Personas.NORD_STATISTICIAN)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/").with(signedInAs(Personas.NORD_STATISTICIAN)))
                .andExpect(content().string(not(containsString("De närmaste sju dagarna"))));
        mvc.perform(get("/deadlines")).andExpect(redirectedUrlPattern("/sign-in*"));
        mvc.perform(get("/deadlines?whose=nobody").with(signedInAs(WORKER))).andExpect(status().isNotFound());
    }

    @Test
    void everyRuleIsShownWithItsSource() throws Exception {
        String page = mvc.perform(get("/deadlines/rules")
                        .with(signedInAs(Personas.NORD_STATISTICIAN))
                        .header("Accept-Language", "sv"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains(
                        "Utlänningslagen (2005:716) 5 kap. 15 §",
                        "30 dagar",
                        "samma dag",
                        "efter 50 % av tiden",
                        "1930:173");
    }

    private String show(String path) throws Exception {
        return mvc.perform(get(path).with(signedInAs(WORKER)).header("Accept-Language", "sv"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private RunningClock set(String kind, DueTime time) throws Exception {
        return find(WORKER.acting().call(() -> clocks.set(ClockRequest.of(kind, subject, time, "/deadlines"))));
    }

    private RunningClock find(se.ledfyr.deadlines.ClockId id) throws Exception {
        return WORKER.acting().call(() -> clocks.find(id)).orElseThrow();
    }
}
