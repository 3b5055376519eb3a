package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.TestCases;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.deadlines.Ticks;
import se.ledfyr.permits.ApplicationId;
import se.ledfyr.permits.TestPermits;

/// A social board applies for a reflection period; the day before it ends nothing follows: the clock asks, and the
/// coordinator answers. Told in `docs/tutorial/thirty-days.md`.
@HouseTest
class ReflectionWalkTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCases cases;

    @Autowired
    private TestPermits permits;

    @Autowired
    private Ticks ticks;

    @Test
    void theDayBeforeItEndsTheClockAsksAndTheCoordinatorAnswers() {
        CaseId id = cases.opened(MUNICIPALITY_CASEWORKER, "Dao Betänksam");
        try (TestTime time = TestTime.travel()) {
            String application = boardAppliesAndIsGranted(id);
            ticks.tick();
            time.forward(Duration.ofDays(29));
            ticks.tick();
            coordinatorAnswers(application);
            boardSeesTheAnswer(id, application);
        }
    }

    private String boardAppliesAndIsGranted(CaseId id) {
        try (Browser board = Browser.phone(port).open()) {
            Page page = board.signIn(MUNICIPALITY_CASEWORKER).go("/cases/" + id.value() + "/permits/check");
            for (String answer : new String[] {
                "ground][value=yes",
                "citizen][value=third_country",
                "permit][value=none",
                "asylum][value=no",
                "child][value=no",
                "investigation][value=no"
            }) {
                page.check("input[name=" + answer + "]");
            }
            board.check("walk-reflection-1-questions");
            page.locator("form[action$='/check'] button.button").click();
            assertThat(page.locator("main").textContent()).contains("Går att söka", "Socialnämnden kan ansöka");
            board.check("walk-reflection-2-said");
            page.locator("a[href$='/permits/application']").first().click();
            page.check("input[name=helped][value=yes]");
            board.check("walk-reflection-3-application");
            page.locator("form[action$='/application'] button.button").click();
            page.check("input[name=decision][value=granted]");
            String today = permits.today().toString();
            page.fill("#decided_on", today);
            page.fill("#start_on", today);
            page.locator("form[action$='/decision'] button.button").click();
            assertThat(page.locator("main").textContent()).contains("30 dagar kvar");
            board.check("walk-reflection-4-granted");
            return page.url().replaceAll(".*/permits/", "");
        }
    }

    private void coordinatorAnswers(String application) {
        try (Browser coordinator = Browser.desktop(port).open()) {
            Page page = coordinator.signIn(NORD_COORDINATOR).go("/");
            assertThat(page.locator("#permits-start").count()).isEqualTo(1);
            coordinator.check("walk-reflection-5-start");
            page.locator("section:has(#permits-start) a").click();
            coordinator.check("walk-reflection-6-asked");
            coordinator.go("/permits/" + application);
            assertThat(page.locator("main").textContent())
                    .contains("Betänketiden tar slut")
                    .doesNotContain("Betänksam");
            page.locator("form[action$='/answer'] button").click();
            assertThat(page.locator("#errors").textContent()).contains("Välj ett av svaren");
            coordinator.check("walk-reflection-7-without-an-answer");
            page.check("input[name=followed][value=nothing]");
            page.locator("form[action$='/answer'] button").first().click();
            assertThat(page.locator(".notice.good").textContent()).contains("klockan har stannat");
            coordinator.check("walk-reflection-8-answered");
        }
    }

    private void boardSeesTheAnswer(CaseId id, String application) {
        try (Browser board = Browser.desktop(port).in(Locale.ENGLISH).open()) {
            Page page = board.signIn(MUNICIPALITY_CASEWORKER).go("/permits/" + application);
            assertThat(page.locator("main").textContent()).contains("What followed", "Nothing");
            page.navigate(page.url().replaceAll("/permits/.*", "/cases/" + id.value()));
            assertThat(page.locator("#permits").textContent())
                    .contains("Residence permit for a reflection period", "Nothing");
            board.check("walk-reflection-9-case");
            assertThat(page.locator("#deadlines").count() == 0
                            || !page.locator("#deadlines").textContent().contains("what follows"))
                    .as("nobody is asked any more")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyPageIsReadableOnAPhoneAndSaysWhatIsWrong(String language) {
        CaseId id = cases.opened(NORD_COORDINATOR, "Malee Tillstånd " + language);
        ApplicationId running = permits.applied(NORD_COORDINATOR, id, true);
        permits.granted(NORD_COORDINATOR, running);
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            Page page = browser.signIn(NORD_COORDINATOR).go("/permits");
            browser.check("permits-running-" + language);
            for (String box : new String[] {"waiting", "asked", "settled"}) {
                browser.go("/permits?box=" + box);
                browser.check("permits-" + box + "-" + language);
            }
            browser.go("/permits/" + running.value());
            page.locator("main details").nth(0).locator("summary").click();
            page.locator("form[action$='/extension'] button").click();
            assertThat(page.locator("#errors li").count()).isEqualTo(4);
            browser.check("permits-extension-" + language);
            browser.go("/cases/" + id.value() + "/permits/application");
            page.locator("form[action$='/application'] button").first().click();
            assertThat(page.locator("#errors li").count()).isEqualTo(2);
            browser.check("permits-apply-" + language);
            browser.go("/cases/" + id.value() + "/permits/cause");
            browser.check("permits-cause-" + language);
            aPermitIsWrittenDownAndPutRight(browser, id, language);
        }
    }

    private static void aPermitIsWrittenDownAndPutRight(Browser browser, CaseId id, String language) {
        Page page = browser.go("/cases/" + id.value() + "/permits/new");
        page.locator("form[action$='/new'] button").first().click();
        assertThat(page.locator("#errors li").count()).isEqualTo(2);
        page.selectOption("#kind", "kind_unknown");
        page.selectOption("#source", "person");
        page.fill("#to_on", "2031-05-01");
        browser.check("permits-permit-" + language);
        page.locator("form[action$='/new'] button").first().click();
        assertThat(page.locator("#permits").textContent()).contains("2031-05-01");
        browser.check("permits-case-" + language);
        page.locator("#permits .history a").first().click();
        page.selectOption("#kind", "work");
        browser.check("permits-put-right-" + language);
        page.locator("main form button.button").first().click();
        assertThat(page.locator(".notice.good").count()).isEqualTo(1);
    }
}
