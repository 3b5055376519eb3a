package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.budget.TestMoney;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.personas.Personas;

/// (d) In August the forecast says that the programme's money ends in October. Told in
/// `docs/tutorial/money-ends-in-october.md`.
@HouseTest
class MoneyWalkTests {

    private static final Instant AUGUST = Instant.parse("2027-08-31T08:00:00Z");
    private static final int YEAR = 2027;
    private static final int RETURN = 64_000;

    @LocalServerPort
    private int port;

    @Autowired
    TestMoney money;

    @Test
    void inAugustTheMoneyEndsInOctoberAndMoreIsAskedForFromThePage() {
        for (LocalDate month = LocalDate.of(2025, 1, 1);
                month.isBefore(LocalDate.of(YEAR, 9, 1));
                month = month.plusMonths(1)) {
            for (int i = 0; i < 6; i++) {
                TestMoney.admitToReturn(month.plusDays(i * 4L), null);
            }
        }
        try (TestTime time = TestTime.travel()) {
            time.to(AUGUST);
            String agreement = funderGrants();
            keeperTakesItOnAndBooks(agreement);
            String request = keeperAsksFromTheForecast(agreement);
            funderDecides(request);
            keeperSeesTheMoney(agreement);
            everyPageIsReadableOnAPhone(agreement, request);
        }
    }

    private String funderGrants() {
        try (Browser funder = Browser.desktop(port).open()) {
            Page page = funder.signIn(Personas.NATIONAL_COORDINATOR).go("/money/new");
            page.selectOption(
                    "#keeper", "AMP " + Personas.Place.RETURN_OPERATOR.id().value());
            page.fill("#year", Integer.toString(YEAR));
            page.fill("#reference", "Dnr 2027-14");
            // Forty-eight returns have been promised by the end of August, each for 64 000; there is money for ten
            // more.
            page.fill("#granted", Integer.toString(58 * RETURN));
            page.fill("#signed_on", "2027-01-02");
            page.fill("#report_due_on", "2027-01-01");
            page.fill("#due_1", "2027-02-01");
            page.fill("#amount_1", "2 000 000");
            page.locator("form[action='/money/new'] button.button").click();
            assertThat(page.locator("#errors").textContent()).contains("Redovisningen kommer efter");
            assertThat(page.inputValue("#reference")).isEqualTo("Dnr 2027-14");
            funder.check("walk-d-1-grant");
            page.fill("#report_due_on", "2028-03-01");
            page.locator("form[action='/money/new'] button.button").click();
            assertThat(page.locator(".notice.good").textContent()).contains("beviljade");
            funder.check("walk-d-2-granted");
            return page.url().substring(page.url().lastIndexOf('/') + 1);
        }
    }

    private void keeperTakesItOnAndBooks(String agreement) {
        try (Browser keeper = Browser.phone(port).open()) {
            Page page = keeper.signIn(Personas.RETURN_CASEWORKER).go("/money/" + agreement);
            page.locator("form[action$='/acceptance'] button").click();
            assertThat(page.locator(".notice.good").textContent()).contains("mottaget");
            page.locator("form[action*='/instalments/'] button").click();
            keeper.check("walk-d-3-taken-on");
            page = keeper.go("/money/" + agreement + "/prices");
            page.selectOption("#kind", "RETURN");
            page.fill("#unit", Integer.toString(RETURN));
            page.fill("#from", "2025-01-01");
            page.locator("form[action$='/prices'] button.button").click();
            assertThat(page.locator(".notice.good").textContent()).contains("gäller");
            keeper.check("walk-d-4-price");
            page = keeper.go("/money/" + agreement + "/expenses");
            page.fill("#booked_on", "2027-06-30");
            page.selectOption("#kind", "journey");
            page.fill("#amount", "1 234 567,89");
            page.fill("#note", "Resor första halvåret");
            page.locator("form[action$='/expenses'] button.button").click();
            assertThat(page.locator("main table").textContent()).contains("1\u00a0234\u00a0567,89\u00a0kr");
            keeper.check("walk-d-5-booked");
        }
    }

    private String keeperAsksFromTheForecast(String agreement) {
        try (Browser keeper = Browser.desktop(port).open()) {
            Page page = untilReckoned(keeper.signIn(Personas.RETURN_LEAD).go("/money/" + agreement + "/forecast"));
            assertThat(page.locator(".notice.bad h2").textContent()).contains("tar slut i oktober 2027");
            assertThat(page.locator("figure svg[role=img] title").count()).isPositive();
            keeper.check("walk-d-6-forecast");
            page.fill("#persons", "40");
            page.selectOption("#month", "2027-09");
            page.locator("form.filters button").click();
            untilReckoned(page);
            assertThat(page.locator(".notice.bad h2").textContent()).contains("tar slut i september 2027");
            keeper.check("walk-d-7-what-if");
            page.locator(".notice.info a").click();
            untilReckoned(page);
            page.locator("a[href*='/supplements/new']").click();
            String suggested = page.inputValue("#amount");
            assertThat(Long.parseLong(suggested.replaceAll("[^0-9].*", ""))).isGreaterThan(0);
            page.locator("form[action$='/supplements/new'] button.button").click();
            assertThat(page.locator("#errors").textContent()).contains("Skriv något");
            page.fill("#ground", "Sex i månaden har kommit hela året, och pengarna är slut före årets slut.");
            keeper.check("walk-d-8-request");
            page.locator("form[action$='/supplements/new'] button.button").click();
            assertThat(page.locator("main").textContent())
                    .contains("oktober 2027")
                    .contains("startvärde")
                    .contains("31 augusti 2027")
                    .contains("1\u00a0234\u00a0567,89\u00a0kr");
            keeper.check("walk-d-9-document");
            return page.url().substring(page.url().lastIndexOf('/') + 1);
        }
    }

    /// Looks again, as the page says, until the figures are there.
    static Page untilReckoned(Page page) {
        for (int i = 0; i < 100 && page.locator("#again").count() > 0; i++) {
            page.waitForTimeout(300);
            page.locator("#again").click();
        }
        return page;
    }

    private void funderDecides(String request) {
        try (Browser funder = Browser.phone(port).in(Locale.ENGLISH).open()) {
            Page page = funder.signIn(Personas.NATIONAL_COORDINATOR).go("/");
            assertThat(page.locator("#budget-start").count()).isEqualTo(1);
            page = funder.go("/money/supplements/" + request);
            assertThat(page.locator("main").textContent())
                    .contains("October 2027")
                    .contains("seed");
            page.check("input[name=answer][value=grant]");
            page.fill("#granted", "900 000");
            page.fill("#decision", "Granted in part.");
            funder.check("walk-d-10-decide");
            page.locator("form[action$='/decision'] button.button").click();
            assertThat(page.locator(".notice.good").textContent()).contains("decision is made");
            funder.check("walk-d-11-decided");
        }
    }

    private void keeperSeesTheMoney(String agreement) {
        try (Browser keeper = Browser.desktop(port).open()) {
            Page page = keeper.signIn(Personas.RETURN_CASEWORKER).go("/money/" + agreement);
            assertThat(page.locator("main table").textContent()).contains("900\u00a0000\u00a0kr");
            keeper.go("/money");
            keeper.check("walk-d-12-overview");
        }
    }

    private void everyPageIsReadableOnAPhone(String agreement, String request) {
        try (Browser funder =
                Browser.phone(port).in(Locale.ENGLISH).withoutScripts().open()) {
            funder.signIn(Personas.NATIONAL_STATISTICIAN);
            for (String page :
                    new String[] {"", "/forecast", "/expenses", "/prices", "/account", "/outcomes", "/back-test"}) {
                untilReckoned(funder.go("/money/" + agreement + page));
                funder.picture("money-phone" + page.replace('/', '-'));
            }
        }
        try (Browser funder = Browser.phone(port).in(Locale.ENGLISH).inTheDark().open()) {
            funder.signIn(Personas.NATIONAL_STATISTICIAN);
            for (String page : new String[] {"/forecast", "/account", "/outcomes", "/back-test"}) {
                untilReckoned(funder.go("/money/" + agreement + page));
                funder.check("money-dark" + page.replace('/', '-'));
            }
            funder.go("/money");
            funder.check("money-dark-overview");
            funder.go("/money/supplements/" + request);
            funder.check("money-dark-request");
        }
    }
}
