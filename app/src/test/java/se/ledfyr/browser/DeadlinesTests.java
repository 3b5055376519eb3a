package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.TestCases;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;

/// Time limits as a coordinator sees them.
@HouseTest
class DeadlinesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Clocks clocks;

    @Autowired
    private TestCases some;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void whatIsDueIsReadableByEverybodyOnAPhone(String language) {
        set("follow_up", DueTime.at(Instant.now().minus(Duration.ofHours(5))));
        set("nsp_rest", DueTime.endOf(LocalDate.now().plusDays(3)));
        set("review", DueTime.endOf(LocalDate.now().plusDays(15)));
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            browser.signIn(NORD_COORDINATOR);
            browser.check("start-due-" + language);
            browser.go("/deadlines?whose=all");
            browser.check("deadlines-" + language);
            browser.go("/deadlines/rules");
            browser.check("deadline-rules-" + language);
            Page page = browser.go("/deadlines/calendar");
            page.locator("form[action='/deadlines/calendar'] button").click();
            browser.check("calendar-" + language);
            assertThat(page.locator("code").textContent()).contains("/calendar/");
        }
    }

    @Test
    void aTimeIsSetOnACaseAndNotedAsDoneWithoutScripts() {
        CaseId id = some.opened(NORD_COORDINATOR);
        try (Browser browser =
                Browser.desktop(port).withoutScripts().inTheDark().open()) {
            browser.signIn(NORD_COORDINATOR);
            browser.go("/cases/" + id.value() + "/times");
            Page page = browser.page();
            page.locator("select[name=rule]").selectOption("review");
            page.locator("main form button").click();
            assertThat(page.locator("#times").textContent()).contains("Genomgång", "till och med");
            browser.picture("case-times");
            page.locator("#times form button")
                    .filter(new Locator.FilterOptions().setHasText("Genomgång"))
                    .click();
            // That nobody is in contact with the social services is still waited for: it began with the case.
            assertThat(page.locator("#times").textContent())
                    .doesNotContain("Genomgång")
                    .contains("Kontakt med socialtjänsten");
        }
        try (Browser browser = Browser.phone(port).open()) {
            browser.signIn(NORD_COORDINATOR);
            browser.go("/cases/" + id.value() + "/times");
            browser.check("case-times-form");
        }
    }

    private void set(String kind, DueTime time) {
        ClockSubject subject = new ClockSubject("TESTED", UUID.randomUUID());
        NORD_COORDINATOR.acting().run(() -> clocks.set(ClockRequest.of(kind, subject, time, "/deadlines")));
    }
}
