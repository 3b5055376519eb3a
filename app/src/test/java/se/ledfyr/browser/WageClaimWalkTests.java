package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;

/// From the report to the police to the page with the claim, and a claim for each of many. Told in
/// `docs/tutorial/a-summer-without-pay.md`.
@HouseTest
class WageClaimWalkTests {

    @LocalServerPort
    private int port;

    @Autowired
    TestOffers offers;

    @Test
    void aReportIsWrittenDownWithTheCodesOfItsDayAndFollowed() {
        CaseId found = offers.caseOf(NORD_COORDINATOR, "Niran Anmälansson");
        try (Browser coordinator = Browser.desktop(port).open()) {
            Page page = coordinator.signIn(NORD_COORDINATOR).go("/cases/" + found.value());
            page.locator("#justice a.button").click();
            coordinator.check("justice-1-nothing");
            page.locator("main a[href$='/reports/new']").click();
            day(page, "2024-05-01");
            assertThat(page.locator("input[name=crime][value='thb:0471']").count())
                    .isEqualTo(1);
            assertThat(page.locator("input[name=crime][value='thb:9519']").count())
                    .isZero();
            page.locator("main a[href$='/reports/new']").click();
            coordinator.check("justice-2-day");
            day(page, "2026-02-02");
            assertThat(page.locator("input[name=crime][value='thb:0471']").count())
                    .isZero();
            page.locator("main form button.button").click();
            assertThat(page.locator("#errors").textContent()).contains("Välj minst ett brott");
            coordinator.check("justice-3-errors");
            report(page);
            assertThat(page.locator("dl.facts").textContent()).contains("5000-K123456-26", "9519");
            status(coordinator, page);
            around(coordinator, page, found);
            coordinator.go("/justice");
            coordinator.check("justice-6-list");
        }
    }

    private static void day(Page page, String day) {
        page.fill("#on", day);
        page.locator("main form button.button").click();
    }

    private static void report(Page page) {
        page.selectOption("#initiated_by", "person");
        page.selectOption("#status", "investigation_not_started");
        page.fill("#reference", "5000-K123456-26");
        page.check("input[name=crime][value='thb:9519']");
        page.check("input[name=crime][value='human_exploitation']");
        page.locator("main form button.button").click();
    }

    private static void status(Browser coordinator, Page page) {
        page.selectOption("#status", "prosecuted");
        page.fill("#since", "2026-03-01");
        page.selectOption("#outcome", "convicted");
        page.locator("form[action$='/status'] button").click();
        assertThat(page.locator("#errors").textContent()).contains("hör till ett annat läge");
        page.selectOption("#outcome", "prosecuted");
        page.fill("#expected_on", "2099-01-31");
        page.locator("form[action$='/status'] button").click();
        assertThat(page.locator("ol.history").textContent()).contains("Åtal väckt", "Kim Koordinator", "2099-01-31");
        coordinator.check("justice-4-report");
    }

    private static void around(Browser coordinator, Page page, CaseId found) {
        coordinator.go("/cases/" + found.value() + "/justice");
        page.selectOption("#right_interpreter", "no");
        page.locator("form[action$='/rights'] button").click();
        page.locator("summary:has-text('Ett biträde')").click();
        page.selectOption("#counsel_kind", "injured_party_counsel");
        page.fill("#counsel_asked_on", "2026-03-02");
        page.locator("form[action$='/counsel'] button").click();
        page.locator("summary:has-text('Ersättning har begärts')").click();
        page.selectOption("#money_kind", "state_compensation");
        page.fill("#money_asked_on", "2026-03-02");
        page.fill("#money_asked", "75 000,50");
        page.locator("form[action$='/compensation'] button").click();
        assertThat(page.locator("#compensation").textContent()).contains("000,50 kr", "Väntar på besked");
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        coordinator.check("justice-5-all");
    }

    @Test
    void aSummerWithoutPayBecomesAClaimThatAddsUp() {
        CaseId found = offers.caseOf(NORD_COORDINATOR, "Niran Plockberg");
        try (Browser phone = Browser.phone(port).open()) {
            Page page = phone.signIn(NORD_COORDINATOR).go("/cases/" + found.value() + "/justice/claims/new");
            page.fill("#employer", "Bärfirman AB");
            page.fill("#holiday_source", "Kollektivavtal 2025, § 8");
            phone.check("wages-1-new");
            page.locator("main form button.button").click();
            rate(page, "ORDINARY", "#rate_amount", "142,50");
            rate(page, "OVERTIME", "#rate_percent", "150");
            rate(page, "UNSOCIAL", "#rate_amount", "25,33");
            hours(phone, page);
            money(page, "PAID", "20 000", "wage");
            money(page, "AGREED", "3000", "food");
            money(page, "DISPUTED", "14000", "travel");
            page.locator("summary:has-text('Lägg till ett bevis')").click();
            page.selectOption("#evidence_kind", "own_notes");
            page.fill("#evidence_what", "Blå anteckningsbok");
            page.fill("#evidence_place", "hos personen");
            page.locator("form[action$='/evidence'] button").click();
            assertThat(plain(page.locator("#sum").textContent()))
                    .contains("45600,00", "13110,00", "1013,20", "7166,78", "66889,98", "43889,98", "14000,00");
            phone.check("wages-3-claim");
            page.locator("a[href$='/statement']").click();
            assertThat(plain(page.locator("main").textContent()))
                    .contains("43889,98", "Bärfirman", "Blåanteckningsbok", "Källa:Kollektivavtal")
                    .doesNotContain("Plockberg");
            phone.check("wages-4-statement");
        }
        try (Browser english =
                Browser.desktop(port).in(Locale.ENGLISH).withoutScripts().open()) {
            Page page = english.signIn(NORD_COORDINATOR).go("/cases/" + found.value() + "/justice");
            page.locator("#claims ul a").click();
            assertThat(page.locator("#sum").textContent()).contains("SEK 43,889.98");
        }
    }

    private static void hours(Browser phone, Page page) {
        page.fill("#work_from", "2025-07-01");
        page.fill("#work_to", "2025-08-31");
        page.fill("#ordinary", "320");
        page.fill("#overtime", "61:20");
        page.fill("#unsocial", "7,33");
        page.locator("form[action$='/work'] button").click();
        assertThat(page.locator("#errors").textContent()).contains("hela minuter");
        phone.check("wages-2-errors");
        page.fill("#unsocial", "40");
        page.locator("form[action$='/work'] button").click();
    }

    @Test
    void everybodyAtAnEventGetsAClaimOfTheirOwn() {
        List<CaseId> found = offers.casesOfOneFind(NORD_COORDINATOR, 3);
        String event = TestInstallation.owner()
                .sql("select found_together::text from casework.case_file where id = ?")
                .param(found.getFirst().value())
                .query(String.class)
                .single();
        try (Browser coordinator = Browser.desktop(port).open()) {
            Page page = coordinator.signIn(NORD_COORDINATOR).go("/events/" + event);
            page.locator("a[href$='/wage-claims']").click();
            page.fill("#holiday_source", "Avtal § 8");
            page.fill("#work_from", "2025-07-01");
            page.fill("#work_to", "2025-08-31");
            page.fill("#ordinary_amount", "142,50");
            page.fill("#rate_from", "2025-07-01");
            page.fill("#rate_to", "2025-07-31");
            page.fill("#rate_source", "Avtal § 4");
            for (CaseId one : found.subList(0, 2)) {
                page.fill("[name='ordinary_" + one.value() + "']", "100");
            }
            page.fill("[name='paid_" + found.getFirst().value() + "']", "1000");
            coordinator.check("wages-5-group");
            page.locator("main form button.button").click();
            assertThat(page.locator("#errors").textContent()).contains("alla dagar");
            page.fill("#rate_to", "2025-08-31");
            page.locator("main form button.button").click();
            assertThat(plain(page.locator("main").textContent())).contains("2kravärpåbörjade", "30920,00");
            assertThat(page.locator("tbody tr").count()).as("one is left").isEqualTo(1);
            coordinator.check("wages-6-begun");
        }
    }

    private static void rate(Page page, String kind, String field, String amount) {
        if (!page.isVisible("#rate_kind")) {
            page.locator("#rates summary").click();
        }
        page.selectOption("#rate_kind", kind);
        page.fill(field, amount);
        page.fill("#rate_from", "2025-07-01");
        page.fill("#rate_to", "2025-08-31");
        page.fill("#rate_source", "Kollektivavtal 2025, § 4");
        page.locator("form[action$='/rates'] button").click();
    }

    private static void money(Page page, String kind, String amount, String what) {
        page.locator("#money summary").click();
        page.selectOption("#money_kind", kind);
        page.fill("#amount", amount);
        page.selectOption("#what", what);
        page.locator("form[action$='/money'] button").click();
    }

    /// Without any kind of space: numbers are grouped with narrow ones.
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]", "");
    }
}
