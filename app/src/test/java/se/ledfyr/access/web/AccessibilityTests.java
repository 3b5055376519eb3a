package se.ledfyr.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.browser.Browser;
import se.ledfyr.personas.Personas;

@HouseTest
class AccessibilityTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void thePagesForAdministratorsAreOpenToEverybodyInBothLanguages(String language) {
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            browser.signIn(Personas.NATIONAL_ADMINISTRATOR);
            browser.go("/account");
            browser.check("account-" + language);
            browser.go("/organisations");
            browser.check("organisations-" + language);
            browser.go("/members");
            browser.check("members-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theLogIsOpenToEverybodyInBothLanguages(String language) {
        try (Browser browser = Browser.desktop(port).in(Locale.of(language)).open()) {
            browser.signIn(Personas.NATIONAL_AUDITOR);
            assertThat(browser.go("/audit").locator("tbody tr").count()).isPositive();
            browser.check("audit-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void anAdministratorInvitesSomebodyWithoutScripts(String language) {
        try (Browser browser =
                Browser.desktop(port).in(Locale.of(language)).withoutScripts().open()) {
            browser.signIn(Personas.NORD_ADMINISTRATOR);
            var page = browser.go("/members");
            page.locator("#name").fill("Ny Någon");
            page.locator("#login").fill(java.util.UUID.randomUUID() + "@example.org");
            page.locator("input[name=roles][value=CASEWORKER]").last().check();
            page.locator("form[action='/members'] button").click();
            assertThat(page.locator(".notice code").textContent()).contains("/invitation/");
            browser.picture("members-invited-" + language);
        }
    }
}
