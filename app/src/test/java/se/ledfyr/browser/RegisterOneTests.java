package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.personas.Personas;

/// A coordinator registers one person, finds her again, puts her right and takes her out.
@HouseTest
class RegisterOneTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void onePersonIsRegisteredFoundCorrectedAndTakenOutOnAPhone(String language) {
        String name = language.equals("sv") ? "Telma Telefon" : "Thelma Phone";
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            browser.go("/registrations/new");
            browser.check("register-one-" + language);
            register(browser.page(), name);
            assertThat(browser.page().locator("h1").textContent()).contains(name);
            browser.check("person-" + language);

            find(browser, name);
            browser.check("search-" + language);
            browser.page().getByText(name).first().click();
            correct(browser, language);
            takeOut(browser, language);
        }
    }

    @Test
    void onePersonIsRegisteredWithoutScripts() {
        try (Browser browser = Browser.phone(port).withoutScripts().open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            register(browser.go("/registrations/new"), "Skripta Utan");
            assertThat(browser.page().locator("h1").textContent()).contains("Skripta Utan");
        }
    }

    @Test
    void whatIsWrongIsSaidAndKeptAndSomebodyAlikeIsShown() {
        try (Browser browser = Browser.desktop(port).open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            Page page = browser.go("/registrations/new");
            page.fill("#name", "Lika Dan");
            page.click("main form.registration .button");
            browser.check("register-errors");
            assertThat(page.locator("#errors li").count()).isGreaterThanOrEqualTo(3);
            assertThat(page.inputValue("#name")).isEqualTo("Lika Dan");

            register(page, "Lika Dan");
            register(browser.go("/registrations/new"), "Dan Lika");
            browser.check("candidates");
            assertThat(page.locator(".compare section").count()).isGreaterThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theListIsReadableOnADesktopInTheDark(String language) {
        try (Browser browser =
                Browser.desktop(port).in(Locale.of(language)).inTheDark().open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            register(browser.go("/registrations/new"), "Dunkel " + language);
            browser.go("/registrations");
            browser.check("registrations-dark-" + language);
        }
    }

    private static void register(Page page, String name) {
        page.check("#sex input[value=female]");
        page.check("#age_group input[value=adult]");
        page.fill("#birth_year", "1991");
        page.selectOption("#citizenship", "RO");
        page.check("#forms input[value=labour]");
        page.selectOption("#municipality_code", "2480");
        page.selectOption("#referred_by", "police");
        page.check("#assessment input[value=reason_to_assume]");
        page.fill("#name", name);
        page.click("main form.registration .button");
    }

    private static void find(Browser browser, String name) {
        Page page = browser.go("/registrations");
        page.fill("#q", name);
        page.click("form[role=search] button");
        assertThat(page.url()).doesNotContain(name.substring(0, 5));
        assertThat(page.locator(".data tbody tr").count()).isGreaterThanOrEqualTo(1);
    }

    private static void correct(Browser browser, String language) {
        Page page = browser.page();
        page.click("a[href$='/correction']");
        browser.check("correct-" + language);
        page.check("#forms input[value=sexual]");
        page.fill("#reason", "nya uppgifter");
        page.click("main form.registration .button");
        assertThat(page.locator(".history").textContent()).contains("nya uppgifter");
        browser.check("corrected-" + language);
    }

    private static void takeOut(Browser browser, String language) {
        Page page = browser.page();
        page.fill("#why", "dubbelt registrerad");
        page.click(".danger-zone button");
        assertThat(page.locator(".tag.removed").count()).isOne();
        browser.check("removed-" + language);
    }
}
