package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.TestCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.support.HomeId;
import se.ledfyr.support.TestSupport;

/// Pages of periods that came by file, of held places, of whoever runs a home, and of whom municipalities refuse: on a
/// desk and on a phone.
@HouseTest
class ProcessPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCases cases;

    @Autowired
    private TestSupport support;

    @Test
    void whatFollowsOnAPeriodFromAFileIsAnswered() {
        UUID period = filed();
        onBoth(NORD_COORDINATOR, (browser, size) -> {
            Page page = browser.go("/permits");
            assertThat(page.locator("a[href='/permits/filed']").count()).isEqualTo(1);
            browser.go("/permits/filed");
            page.locator("form[action$='" + period + "'] button").click();
            assertThat(page.locator("#errors a[href='#followed-" + period + "']")
                            .count())
                    .isEqualTo(1);
            browser.check("filed-periods-" + size);
        });
        try (Browser browser = Browser.phone(port).in(Locale.ENGLISH).open()) {
            Page page = browser.signIn(NORD_COORDINATOR).go("/permits/filed");
            page.selectOption("#followed-" + period, "nothing");
            page.locator("form[action$='" + period + "'] button").click();
            assertThat(page.locator("form[action$='" + period + "']").count()).isZero();
            assertThat(page.locator(".notice.good").count()).isEqualTo(1);
            browser.check("filed-periods-answered");
        }
    }

    @Test
    void aPlaceIsHeldAndReleasedAndItsOperatorSeesHowManyAreFree() {
        HomeId home = support.home("ost", 2);
        TestInstallation.owner()
                .sql("update support.home set operator = ? where id = ?")
                .params(List.of(Personas.Place.NGO.id().value(), home.value()))
                .update();
        LocalDate today = support.today();
        onBoth(PROGRAMME_CASEWORKER, (browser, size) -> {
            Page page = browser.go("/support/homes/" + home.value());
            page.locator("details:has(form[action$='/hold']) > summary").click();
            page.fill("#hold_from", today.toString());
            page.fill("#hold_to", today.plusDays(9).toString());
            page.fill("#hold_until", today.plusDays(9).toString());
            page.locator("form[action$='/hold'] button").click();
            assertThat(page.locator("#errors a[href='#hold_until']").count()).isEqualTo(1);
            page.fill("#hold_until", today.plusDays(3).toString());
            page.locator("form[action$='/hold'] button").click();
            assertThat(page.locator("main").textContent())
                    .contains("Platser som du håller", "hålls till och med " + today.plusDays(3));
            browser.check("held-place-" + size);
            page.locator("form[action$='/release'] button").click();
            assertThat(page.locator("#held").count()).isZero();
        });
        onBoth(NGO_CASEWORKER, (browser, size) -> {
            Page page = browser.go("/support/own-homes");
            assertThat(page.locator("main table").textContent()).contains("Öst");
            browser.check("own-homes-" + size);
        });
    }

    @Test
    void otherGrantsOfThePersonStandOnTheirOwnAndRefusalsAreDividedNeverFinely() {
        GrantId first = support.granted("Ännu Ettår", support.today().minusDays(500));
        String second = another(first);
        onBoth(PROGRAMME_CASEWORKER, (browser, size) -> {
            Page page = browser.go("/support/grants/" + second);
            assertThat(page.locator("#others").textContent())
                    .contains("Beslut " + support.today().minusDays(500));
            browser.check("other-grants-" + size);
            browser.go("/support/refusals");
            browser.check("refusals-divided-" + size);
        });
    }

    private void onBoth(Personas persona, BiConsumer<Browser, String> work) {
        for (Browser.Window window : List.of(Browser.desktop(port), Browser.phone(port))) {
            try (Browser browser = window.in(Locale.of("sv")).open()) {
                browser.signIn(persona);
                work.accept(browser, String.valueOf(window.width()));
            }
        }
    }

    private static String another(GrantId first) {
        UUID id = UUID.randomUUID();
        TestInstallation.owner().sql("""
                        insert into programmes.nsp_grant (id, organisation, person_id, granted_on, age_group, exposure, components,
                            rest_days, integration_days, placement, home_region, eligibility_reason, referred_by, created_at, changed_at)
                        select ?, organisation, person_id, current_date, age_group, exposure, components, rest_days, integration_days,
                               placement, home_region, eligibility_reason, referred_by, now(), now()
                        from programmes.nsp_grant where id = ?
                        """).params(List.of(id, first.value())).update();
        return id.toString();
    }

    /// As a file brings it, and its clock has asked.
    private UUID filed() {
        UUID id = UUID.randomUUID();
        PersonId person = cases.person(NORD_COORDINATOR);
        LocalDate end = support.today().plusDays(1);
        TestInstallation.owner()
                .sql("""
                        insert into permits.reflection_period (id, organisation, person_id, applicant, region, sex, applied_on,
                            decided_on, decision, start_on, end_on, asked_until, created_at, changed_at)
                        values (?, ?, ?, 'lead_investigator', 'nord', 'female', ?, ?, 'granted', ?, ?, ?, now(), now())
                        """)
                .params(List.of(
                        id,
                        NORD_COORDINATOR.place().id().value(),
                        person.value(),
                        end.minusDays(31),
                        end.minusDays(31),
                        end.minusDays(31),
                        end,
                        end))
                .update();
        return id;
    }
}
