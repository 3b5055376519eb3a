package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.returns.TestReturns;

/// (b) Thirty-eight berry pickers return within four days, their forms completed from Thailand. Told in
/// `docs/tutorial/thirty-eight-go-home.md`.
@HouseTest
class ThirtyEightReturnTests {

    private static final int FOUND = 42;
    private static final int STAY = 4;
    private static final int RETURN = FOUND - STAY;

    @LocalServerPort
    private int port;

    @Autowired
    TestReturns test;

    @Test
    void thirtyEightReturnWithinFourDaysAndCompleteTheirFormsFromThailand() {
        try (TestTime time = TestTime.travel()) {
            time.to(Instant.parse("2026-11-25T09:00:00Z"));
            TestReturns.Found found = test.found(NORD_COORDINATOR, FOUND);
            String group = apply(found);
            admit(found.code());
            time.forward(Duration.ofDays(4));
            try (Browser coordinator = Browser.desktop(port).open()) {
                Page page = coordinator.signIn(NORD_COORDINATOR).go(group);
                act(page, "depart");
                assertThat(page.locator("#count-journey").textContent()).isEqualTo("38");
                assertThat(page.locator("#without-form").textContent()).isEqualTo("38");
                coordinator.check("returns-group-gone");
            }
            time.forward(Duration.ofDays(20));
            home(group);
        }
    }

    private String apply(TestReturns.Found found) {
        try (Browser coordinator = Browser.desktop(port).open()) {
            Page page = coordinator
                    .signIn(NORD_COORDINATOR)
                    .go("/returns/groups/new?event=" + found.event().value());
            assertThat(page.locator("input[name=row]").count()).isEqualTo(FOUND);
            for (int i = RETURN; i < FOUND; i++) {
                page.uncheck(
                        "input[name=row][value='" + found.registrations().get(i).value() + "']");
            }
            String second = "row-" + found.registrations().get(1).value();
            page.fill("input[name='" + second + "-country']", "QQ");
            page.check("input[name=told_about][value=voluntary]");
            page.check("input[name=told_about][value=what_it_gives]");
            page.selectOption("#told_language", "th");
            page.selectOption("#told_interpreter", "telephone");
            page.selectOption("#country", "TH");
            page.fill("#planned_departure", "2026-11-29");
            page.check("input[name=consent][value=spoken]");
            page.selectOption("#cost1_what", "tickets");
            page.fill("#cost1_unit", "6 250,50");
            coordinator.check("returns-group-form");
            page.locator("form[action='/returns/groups/new'] button.button").click();
            // A fault in one row refuses the whole act, names the row, and keeps what was written.
            assertThat(page.locator("#errors").textContent()).contains("Rad ", "två bokstäver");
            assertThat(page.locator("input[name=row]:checked").count()).isEqualTo(RETURN);
            assertThat(page.inputValue("#cost1_unit")).isEqualTo("6 250,50");
            coordinator.check("returns-group-fault");
            page.fill("input[name='" + second + "-country']", "LA");
            page.locator("form[action='/returns/groups/new'] button.button").click();
            assertThat(page.locator("h1").textContent()).contains(found.code());
            assertThat(page.locator("#count-waiting").textContent()).isEqualTo("38");
            assertThat(page.locator("#planned").textContent()).contains("237");
            coordinator.check("returns-group");
            return page.url().replaceAll("^https?://[^/]+", "");
        }
    }

    private void admit(String code) {
        try (Browser operator = Browser.desktop(port).open()) {
            Page page = operator.signIn(RETURN_CASEWORKER).go("/");
            assertThat(page.locator("#returns-start").count()).isEqualTo(1);
            operator.go("/returns");
            operator.check("returns-inbox");
            page.locator("ul.plan a:has-text('" + code + "')").click();
            assertThat(page.locator("main").textContent()).doesNotContain("Plockare");
            page.locator("tbody th a").first().click();
            operator.check("returns-application");
            page.goBack();
            act(page, "admit");
            assertThat(page.locator("#admitted").textContent()).isEqualTo("38");
            assertThat(page.locator("main").textContent()).contains("Plockare");
            operator.check("returns-admitted");
        }
    }

    private void home(String group) {
        try (Browser phone = Browser.phone(port).open()) {
            Page page = phone.signIn(RETURN_CASEWORKER).go(group);
            phone.check("returns-phone");
            page.locator("a[href$='?all=true#rows']").click();
            page.selectOption("#act", "arrive");
            page.fill("#day", "2026-11-30");
            page.locator("main form button.button").first().click();
            assertThat(page.locator("#count-after").textContent()).isEqualTo("38");
            act(page, "form");
            assertThat(page.locator("#without-form").textContent()).isEqualTo("0");
            page.locator("tbody th a").first().click();
            assertThat(page.locator("main").textContent()).contains("Kontakt hålls till minst 2027-05-");
            phone.check("returns-return-phone");
            page.locator("summary:has-text('Anteckna en uppföljning')").click();
            page.selectOption("#way", "telephone");
            page.locator("form[action$='/follow-ups'] button").click();
            assertThat(page.locator("#errors").textContent()).contains("nöjd");
            page.selectOption("#contentment", "very");
            page.selectOption("#success", "too_early");
            page.locator("form[action$='/follow-ups'] button").click();
            assertThat(page.locator("#follow-ups").textContent()).contains("Mycket nöjd");
        }
        try (Browser coordinator = Browser.desktop(port).open()) {
            Page page = coordinator.signIn(NORD_COORDINATOR).go(group);
            assertThat(page.locator("#count-after").textContent()).isEqualTo("38");
            page.locator("tbody th a").first().click();
            coordinator.check("returns-return");
        }
    }

    private static void act(Page page, String what) {
        page.locator("a[href$='?all=true#rows']").click();
        page.selectOption("#act", what);
        page.locator("main form:has(#act) div.actions button.button").click();
    }
}
