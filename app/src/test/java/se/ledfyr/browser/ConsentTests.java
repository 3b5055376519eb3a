package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.TestCases;
import se.ledfyr.personas.Personas;

/// Consents and records without names on a phone and on a desktop, in both languages, with and without scripts.
@HouseTest
class ConsentTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCases some;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aConsentIsRecordedAndWithdrawnOnAPhone(String language) {
        CaseId id = some.opened(Personas.NORD_COORDINATOR, "Cilla Bildruta");
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            Page page = browser.go("/cases/" + id.value() + "/consents/new");
            browser.check("consent-form-phone-" + language);
            fill(page);
            assertThat(page.locator("#consent table").count()).isPositive();
            browser.check("consent-case-phone-" + language);
            page.click("#consent a[href^='/consents/']");
            browser.check("consent-phone-" + language);
            page.click("form[action$='/withdrawal'] button");
            assertThat(page.locator(".notice.good").count()).isEqualTo(1);
        }
    }

    @Test
    void aConsentIsRecordedWithoutScripts() {
        CaseId id = some.opened(Personas.NORD_COORDINATOR, "Cilla Bildruta");
        try (Browser browser = Browser.desktop(port).withoutScripts().open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            Page page = browser.go("/cases/" + id.value() + "/consents/new");
            browser.picture("consent-form-desktop");
            fill(page);
            assertThat(page.locator("#consent table").count()).isPositive();
            browser.picture("consent-case-desktop");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void recordsWithoutNamesAreOpenToEverybody(String language) {
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            Page page = browser.go("/consultations/new");
            browser.check("consultation-form-phone-" + language);
            page.selectOption("#asked_by", "police");
            page.selectOption("#channel", "telephone");
            page.check("input[name=topics][value=child]");
            page.check("input[name=concerns][value=adult]");
            page.check("input[name=outcome][value=advice]");
            page.click("main form button.button");
            assertThat(page.locator("tbody tr").count()).isPositive();
            browser.check("consultations-phone-" + language);
            browser.go("/consultations/declined/new");
            browser.check("notice-form-phone-" + language);
            browser.go("/consultations/declined");
            browser.check("notices-phone-" + language);
        }
    }

    private static void fill(Page page) {
        page.selectOption("#purpose", "support");
        page.selectOption(
                "#receiver", Personas.NGO_CASEWORKER.place().id().value().toString());
        page.check("input[name=groups][value=identity]");
        page.check("input[name=groups][value=situation]");
        page.check("input[name=given_how][value=spoken]");
        page.selectOption("#language", "ro");
        page.selectOption("#interpreter", "telephone");
        page.click("main form button.button");
    }
}
