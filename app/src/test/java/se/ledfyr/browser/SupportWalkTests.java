package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.deadlines.Ticks;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.pages.Languages;
import se.ledfyr.support.HomeId;
import se.ledfyr.support.TestSupport;

/// A woman through the support programme, walked in a browser. Told in `docs/tutorial/`.
@HouseTest
class SupportWalkTests {

    private static final Instant MORNING = Instant.parse("2026-11-30T08:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);

    @LocalServerPort
    private int port;

    @Autowired
    TestOffers cases;

    @Autowired
    TestSupport support;

    @Autowired
    Ticks ticks;

    @Test
    void aWomanGetsRestAndIntegrationAndStaysFourteenDaysOnTheHomesOwnMoney() {
        try (TestTime time = TestTime.travel()) {
            time.to(MORNING);
            CaseId caseId = cases.caseOf(NORD_COORDINATOR, "Mirela Vägrad");
            HomeId home = support.home("vast", 3);
            String application = coordinatorApplies(caseId);
            String grant = officeGrants(application);
            officeBooksAPlaceAndTheDays(grant, home);
            time.forward(Duration.ofDays(117));
            ticks.tick();
            officeAnswersTheClockAndWritesTheDaysBeyond(grant);
            time.forward(Duration.ofDays(18));
            officeEndsTheSupport(grant);
            coordinatorReadsTheReceipt(caseId, application);
            theReportAndTheFiguresAreRight(grant, home);
        }
    }

    private String coordinatorApplies(CaseId caseId) {
        try (Browser coordinator = Browser.phone(port).open()) {
            Page page = coordinator.signIn(NORD_COORDINATOR).go("/cases/" + caseId.value());
            page.locator("a[href='/cases/" + caseId.value() + "/support/new']").click();
            page.selectOption("#ground_for", "refused_by_social_services");
            page.check("input[name=components][value=rest_period]");
            page.check("input[name=components][value=integration_period]");
            page.selectOption("#refused_by_1", "2480");
            page.selectOption("#refused_why_1", "not_our_remit");
            page.locator("form[action$='/support/new'] button.button").click();
            assertThat(page.locator("#errors").textContent()).contains("Välj");
            coordinator.check("support-1-apply-errors");
            page.selectOption("#refused_written_1", "asked");
            page.fill("#why", "Kommunen sa nej i går. Hon sover hos en bekant och är rädd.");
            page.check("input[name=basis][value=ground]");
            page.selectOption("#lawful_ground", "vital_interest");
            page.fill("#basis_reason", "Hon är i fara i natt och går inte att nå för samtycke");
            if (page.locator("#to").count() > 0) {
                page.selectOption(
                        "#to", PROGRAMME_CASEWORKER.place().id().value().toString());
            }
            page.locator("form[action$='/support/new'] button.button").click();
            assertThat(page.locator(".notice.good").textContent()).contains("skickad");
            coordinator.check("support-2-applied");
            return page.url().replaceAll(".*/", "");
        }
    }

    private String officeGrants(String application) {
        try (Browser office = Browser.desktop(port).open()) {
            Page page = office.signIn(PROGRAMME_CASEWORKER).page();
            assertThat(page.locator("#support-start").count()).isEqualTo(1);
            office.check("support-3-start");
            office.go("/support");
            office.check("support-4-to-decide");
            office.go("/support/applications/" + application);
            assertThat(page.content()).doesNotContain("Mirela").contains("Umeå");
            office.check("support-5-application");
            page.locator("a[href$='/decision']").click();
            assertThat(page.inputValue("#rest_days")).isEqualTo("30");
            page.fill("#rest_days", "31");
            page.selectOption("#age_group", "adult");
            page.selectOption("#sex", "female");
            page.selectOption("#home_region", "vast");
            page.locator("form[action$='/decision'] button.button").click();
            assertThat(page.locator("#rest_days-error").textContent()).contains("30");
            office.check("support-6-decision");
            page.fill("#rest_days", "30");
            page.locator("form[action$='/decision'] button.button").click();
            assertThat(page.locator(".notice.good").textContent()).contains("beviljat");
            assertThat(page.locator("h1").textContent()).contains("Mirela Vägrad");
            return page.url().replaceAll(".*/", "");
        }
    }

    private void officeBooksAPlaceAndTheDays(String grant, HomeId home) {
        try (Browser office = Browser.desktop(port).in(Languages.ENGLISH).open()) {
            Page page = office.signIn(PROGRAMME_CASEWORKER).go("/support/grants/" + grant);
            page.locator("#placements summary").last().click();
            page.selectOption("#kind", "protected_housing");
            page.selectOption("#home", home.value().toString());
            page.fill("#arrives_on", FIRST.toString());
            page.fill("#leaves_on", FIRST.plusDays(120).toString());
            page.locator("form[action$='/placements'] button.button").click();
            assertThat(page.locator(".notice.good").textContent()).contains("booked");
            write(page, "REST", FIRST, FIRST.plusDays(29));
            write(page, "INTEGRATION", FIRST.plusDays(30), FIRST.plusDays(119));
            assertThat(page.locator("#counts").textContent()).contains("1 of 30 rest days");
            office.check("support-7-course");
            office.go("/support/grants");
            office.check("support-8-in-the-programme");
            office.go("/support/homes");
            office.check("support-9-homes");
            office.go("/support/homes/" + home.value());
            page.locator("details:has(form[action$='/address/opening']) summary")
                    .click();
            page.fill("#reason", "Will meet her there tonight");
            page.locator("form[action$='/address/opening'] button").click();
            assertThat(page.locator("#opened").textContent()).contains("Hemliga gatan 7");
            office.check("support-10-home");
        }
    }

    private void officeAnswersTheClockAndWritesTheDaysBeyond(String grant) {
        try (Browser office = Browser.phone(port).open()) {
            Page page = office.signIn(PROGRAMME_CASEWORKER).go("/support/grants?show=ending");
            assertThat(page.content()).contains("Mirela Vägrad");
            office.go("/support/grants/" + grant);
            assertThat(page.locator("#asks").textContent()).contains("Vad följer?");
            office.check("support-11-the-clock-asks");
            page.selectOption("#follows", "extension");
            page.locator("form[action$='/follow'] button").click();
            assertThat(page.locator("#asks").count()).isZero();
            page.locator("#days summary").first().click();
            page.selectOption("#phase", "INTEGRATION");
            page.fill("#first_day", FIRST.plusDays(120).toString());
            page.fill("#last_day", FIRST.plusDays(133).toString());
            page.locator("form[action$='/days'] button.button").click();
            assertThat(page.locator("#first_day-error").textContent()).contains("utöver gränsen");
            page.check("input[name=beyond]");
            page.selectOption("#payer", "HOME");
            page.selectOption("#beyond_why", "no_housing");
            page.locator("form[action$='/days'] button.button").click();
            assertThat(page.locator("#counts").textContent()).contains("14 dagar utöver gränsen (betalda av boendet)");
            page.locator("#placements .plan summary").first().click();
            page.fill("input[name=new_leaves_on]", FIRST.plusDays(134).toString());
            page.locator("form[action$='/leaving'] button.secondary").click();
            assertThat(page.locator(".notice.good").count()).isEqualTo(1);
            office.check("support-12-beyond");
        }
    }

    private void officeEndsTheSupport(String grant) {
        try (Browser office = Browser.desktop(port).open()) {
            Page page = office.signIn(PROGRAMME_CASEWORKER).go("/support/grants/" + grant);
            page.fill("#ended_on", FIRST.plusDays(133).toString());
            page.selectOption("#outcome", "work_and_housing");
            page.locator("form[action$='/ending'] button").click();
            assertThat(page.locator("#counts").textContent())
                    .contains("30 av 30 vilodagar", "90 av 90 integrationsdagar", "14 dagar utöver gränsen");
            assertThat(page.locator("#outcome").textContent()).contains("bostad");
            office.check("support-13-ended");
        }
    }

    private void coordinatorReadsTheReceipt(CaseId caseId, String application) {
        try (Browser coordinator = Browser.phone(port).open()) {
            Page page = coordinator.signIn(NORD_COORDINATOR).go("/support/applications/" + application);
            assertThat(page.locator("#receipt").textContent())
                    .contains(
                            "30 dagar vila",
                            "90 dagar integration",
                            FIRST.plusDays(133).toString())
                    .doesNotContain("bostad");
            coordinator.go("/support");
            coordinator.check("support-14-our-applications");
            coordinator.go("/support/gaps");
            assertThat(page.locator("table").textContent()).contains("Väst", "inget");
            coordinator.check("support-15-gaps");
            coordinator.go("/cases/" + caseId.value());
            coordinator.check("support-16-case");
        }
    }

    private void theReportAndTheFiguresAreRight(String grant, HomeId home) {
        try (Browser country = Browser.desktop(port).open()) {
            Page page = country.signIn(NATIONAL_STATISTICIAN).go("/support/refusals?year=2026");
            assertThat(page.locator("main").textContent()).contains("Umeå").doesNotContain("Mirela");
            country.check("support-17-refusals");
        }
        assertThat(one("""
                select string_agg(kind || ' ' || payer || ' ' || days || ' ' || housed, ', ' order by kind)
                from (select kind, payer, count(*) as days, count(home_id) filter (where home_id = ?::uuid) as housed
                      from support_api.programme_day where grant_id = ?::uuid group by kind, payer) d
                """, home.value().toString(), grant))
                .isEqualTo("BEYOND HOME 14 14, INTEGRATION PROGRAMME 90 90, REST PROGRAMME 30 30");
        assertThat(one(
                        "select outcome || ' ' || ended_on from support_api.counted_outcome where grant_id = ?",
                        UUID.fromString(grant)))
                .isEqualTo("work_and_housing " + FIRST.plusDays(133));
    }

    private static void write(Page page, String phase, LocalDate first, LocalDate last) {
        if (page.locator("#first_day").isHidden()) {
            page.locator("#days summary").first().click();
        }
        page.selectOption("#phase", phase);
        page.fill("#first_day", first.toString());
        page.fill("#last_day", last.toString());
        page.locator("form[action$='/days'] button.button").click();
        assertThat(page.locator(".notice.good").count()).isEqualTo(1);
    }

    private static String one(String query, Object... values) {
        return String.valueOf(
                TestInstallation.owner().sql(query).params(values).query().singleValue());
    }
}
