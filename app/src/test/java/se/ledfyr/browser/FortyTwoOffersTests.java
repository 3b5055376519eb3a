package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.personas.Personas;

/// (b) Forty-two workers from one find: offers for many in one act, decided singly. Told in `docs/tutorial/`.
@HouseTest
class FortyTwoOffersTests {

    private static final int FOUND = 42;
    private static final int STAY = 4;

    @LocalServerPort
    private int port;

    @Autowired
    TestOffers offers;

    @Test
    void fortyTwoAreOfferedInTwoActsAndDecidedOneByOne() {
        try (TestTime time = TestTime.travel()) {
            time.to(Instant.parse("2026-11-25T09:00:00Z"));
            List<CaseId> found = offers.casesOfOneFind(NORD_COORDINATOR, FOUND);
            try (Browser coordinator = Browser.desktop(port).open()) {
                Page page = coordinator
                        .signIn(NORD_COORDINATOR)
                        .go("/cases/" + found.getFirst().value());
                offer(coordinator, page, found, 0, STAY, "safe_housing", SHELTER_CASEWORKER);
                coordinator.check("walk-b-1-stay");
                offer(coordinator, page, found, STAY, FOUND, "escort", NGO_CASEWORKER);
                assertThat(page.locator("h1").textContent()).contains("38 personer");
                assertThat(page.locator("#waiting").textContent()).isEqualTo("38");
            }
            decide();
            try (Browser coordinator = Browser.desktop(port).open()) {
                Page page = coordinator.signIn(NORD_COORDINATOR).go("/handovers?box=ended");
                assertThat(page.locator("main").textContent())
                        .contains("Mottagaren tackade nej", "Mottagaren tog över");
                page.locator("main tr:has-text('Mottagaren tackade nej') a[href^='/handovers/together/']")
                        .first()
                        .click();
                assertThat(page.locator("tbody tr:has-text('Mottagaren tackade nej')")
                                .count())
                        .isEqualTo(2);
            }
        }
    }

    private void offer(Browser browser, Page page, List<CaseId> found, int from, int to, String need, Personas whom) {
        browser.go("/handovers/together/new?case=" + found.getFirst().value());
        assertThat(page.locator("input[name=cases]").count()).isEqualTo(FOUND);
        for (int i = 0; i < found.size(); i++) {
            page.setChecked("input[name=cases][value='" + found.get(i).value() + "']", i >= from && i < to);
        }
        page.selectOption("#what", need);
        page.selectOption("#to", whom.place().id().value().toString());
        page.fill("#why", "Hittade i ett läger. Tolk finns.");
        browser.check("walk-b-form-" + need);
        page.locator("form[action='/handovers/together/new'] button.button").click();
    }

    private void decide() {
        try (Browser ngo = Browser.desktop(port).open()) {
            Page page = ngo.signIn(NGO_CASEWORKER).go("/handovers");
            page.locator("main a[href^='/handovers/together/']").first().click();
            Locator rows = page.locator("tbody tr");
            assertThat(rows.count()).isEqualTo(FOUND - STAY);
            for (int i = 0; i < rows.count(); i++) {
                rows.nth(i)
                        .locator("input[value=" + (i < 2 ? "no" : "yes") + "]")
                        .check();
            }
            rows.nth(0).locator("select").selectOption("not_reached");
            rows.nth(1).locator("select").selectOption("not_reached");
            page.locator("main form button.button").click();
            ngo.check("walk-b-decided");
            assertThat(page.locator("#result").textContent()).contains("36 ja och 2 nej");
            assertThat(page.locator("#waiting").textContent()).isEqualTo("0");
        }
        try (Browser phone = Browser.phone(port).open()) {
            Page page = phone.signIn(SHELTER_CASEWORKER).go("/handovers");
            page.locator("main a[href^='/handovers/together/']").first().click();
            phone.check("walk-b-phone");
            page.locator("input[value=yes]").first().check();
            page.locator("main form button.button").click();
            assertThat(page.locator("#result").textContent()).contains("1 ja och 0 nej");
        }
    }
}
