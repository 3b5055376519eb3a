package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseLinks;
import se.ledfyr.casework.LinkKind;
import se.ledfyr.casework.TestCases;
import se.ledfyr.personas.Personas;

/// The pages of cases on a phone and on a desktop, in both languages, with and without scripts.
@HouseTest
class CaseTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCases some;

    @Autowired
    private CaseLinks links;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aCaseIsReadPassedOnClosedAndOpenedAgainOnAPhone(String language) {
        CaseId id = some.opened(Personas.NORD_COORDINATOR, "Telma Ärende " + language);
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            Page page = browser.go("/cases");
            browser.check("cases-phone-" + language);
            page.click("a[href='/cases/" + id.value() + "']");
            assertThat(page.locator("h1").textContent()).contains("Telma Ärende");
            browser.check("case-phone-" + language);

            passOn(page);
            close(browser, language);
            page.fill("#why", "Hörde av sig");
            page.click("form[action$='/reopening'] button");
            assertThat(page.locator(".notice.good").count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aCaseThatHasBeenAroundIsReadableOnADesktop(String language) {
        CaseId mother = some.opened(Personas.NORD_COORDINATOR, "Modde Bredbild");
        CaseId child = some.opened(Personas.NORD_COORDINATOR, "Lilla Bredbild");
        Personas.NORD_COORDINATOR.acting().run(() -> links.link(mother, child, LinkKind.CHILD));
        some.pass(mother, Personas.NORD_COORDINATOR, Personas.NGO_CASEWORKER);
        some.pass(mother, Personas.NGO_CASEWORKER, Personas.NORD_COORDINATOR);
        try (Browser browser = Browser.desktop(port).in(Locale.of(language)).open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            Page page = browser.go("/cases/" + mother.value());
            page.click(".holder summary");
            browser.check("case-desktop-" + language);
            browser.go("/cases?show=all&names=true");
            browser.check("cases-desktop-" + language);
        }
    }

    @Test
    void aCaseIsOpenedAndPassedOnWithoutScriptsInTheDark() {
        UUID registration = some.registered(Personas.NORD_COORDINATOR).value();
        try (Browser browser =
                Browser.desktop(port).withoutScripts().inTheDark().open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            Page page = browser.go("/registrations/" + registration);
            page.click("form[action$='/case'] button");
            assertThat(page.locator(".holder").textContent()).contains("Kim Koordinator");
            passOn(page);
            browser.picture("case-dark");
        }
    }

    private static void passOn(Page page) {
        page.click(".holder summary");
        page.selectOption("#to", "duty");
        page.click("form[action$='/holder'] button");
        assertThat(page.locator(".notice.good").count()).isEqualTo(1);
    }

    private static void close(Browser browser, String language) {
        Page page = browser.page();
        page.click(".holder a[href$='/closing']");
        browser.check("case-closing-" + language);
        page.check("input[value=lost_contact]");
        page.click("form[action$='/closing'] button");
        assertThat(page.locator(".danger-zone").count()).isEqualTo(1);
    }
}
