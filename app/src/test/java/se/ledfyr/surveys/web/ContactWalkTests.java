package se.ledfyr.surveys.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.browser.Browser;

/// A tired volunteer writes down whom they met, on a phone and on a desk, with scripts and without.
@HouseTest
class ContactWalkTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void anAdultIsSavedHalfDoneAndSentFromAPhone(String language) {
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            Page page = browser.signIn(NGO_CASEWORKER).go("/contacts?year=2025");
            browser.check("contacts-360-" + language);
            page.locator("a[href^='/contacts/new?form=adult']").click();
            browser.check("contact-new-360-" + language);
            page.fill("#reference", "Telefon " + language);
            page.locator("[name=contact][value=new_2025]").check();
            page.locator("[name=exposure][value=indirect]").check();
            assertThat(page.locator("[data-question=forms]").isVisible()).isFalse();
            page.locator("[name=exposure][value=direct]").check();
            assertThat(page.locator("[data-question=forms]").isVisible()).isTrue();
            page.locator("[name=do][value=send]").click();

            assertThat(page.locator("#errors a[href='#sex']").count()).isEqualTo(1);
            assertThat(page.locator(".tag.preliminary").count()).isEqualTo(1);
            browser.checkWords("contact-missing");
            browser.check("contact-missing-360-" + language);

            page.locator("[name=sex][value=female]").check();
            page.locator("[name=forms][value=sexual]").check();
            page.locator("[name=needs][value=legal_advice]").check();
            assertThat(page.locator("[name=met_by_civil_society][value=legal_advice]")
                            .isVisible())
                    .isTrue();
            assertThat(page.locator("[name=met_by_civil_society][value=safe_housing]")
                            .isVisible())
                    .isFalse();
            page.locator("[name=met_by_civil_society][value=legal_advice]").check();
            page.locator("[name=rights_met][value='?']").check();
            page.locator("[name=do][value=save]").click();
            assertThat(page.locator("[name=rights_met][value='?']").isChecked()).isTrue();
            assertThat(page.locator("[name=permit_granted][value='']").isChecked())
                    .isTrue();
            assertThat(page.locator("[name=has_children][value='false']").isChecked())
                    .isFalse();
            page.locator("[name=do][value=send]").click();

            assertThat(page.url()).endsWith("/contacts?year=2025");
            assertThat(page.locator("tr:has-text('Telefon " + language + "') .tag.final")
                            .count())
                    .isEqualTo(1);
            browser.checkWords("contacts");
        }
    }

    @Test
    void withoutScriptsEveryQuestionIsThereAndWhatCannotBeIsSaidAtItsQuestion() {
        try (Browser browser =
                Browser.desktop(port).in(Locale.of("sv")).withoutScripts().open()) {
            Page page = browser.signIn(SHELTER_CASEWORKER).go("/contacts/new?form=adult&year=2025");
            assertThat(page.locator("[data-question=forms]").isVisible()).isTrue();
            browser.picture("contact-new-1280-plain");
            page.locator("[name=contact][value=new_2025]").check();
            page.locator("[name=exposure][value=direct]").check();
            page.locator("[name=sex][value=male]").check();
            page.locator("[name=needs][value=legal_advice]").check();
            page.locator("[name=met_by_authority][value=safe_housing]").check();
            page.fill("#reference", "19900101-2389");
            page.locator("[name=do][value=save]").click();

            assertThat(page.locator("#errors").textContent()).contains("Egen beteckning");
            page.fill("#reference", "Utan skript");
            page.locator("[name=do][value=save]").click();
            assertThat(page.locator("#errors").textContent())
                    .contains("Vilka av behoven gav det offentliga stöd i?", "Vilket stöd behövde personen?");
            browser.picture("contact-wrong-1280");
            page.locator("[name=met_by_authority][value=safe_housing]").uncheck();
            page.fill("#group_case-beside", "Åsele 2023");
            page.locator("[name=do][value=send]").click();
            assertThat(page.locator("tr:has-text('Utan skript') .tag.final").count())
                    .isEqualTo(1);
            page.locator("a:has-text('Utan skript')").click();
            assertThat(page.locator("#group_case").inputValue()).isEqualTo("asele_2023");
            browser.picture("contact-sent-1280");
            page.locator("[name=sex][value=unknown]").check();
            page.locator("[name=do][value=correct]").click();
            assertThat(page.locator("#errors a[href='#why']").count()).isEqualTo(1);
            page.fill("#why", "Läste fel i anteckningen");
            page.locator("[name=do][value=correct]").click();
            assertThat(page.locator(".notice.good").count()).isEqualTo(1);
            assertThat(page.locator("[name=sex][value=unknown]").isChecked()).isTrue();
        }
    }

    @Test
    void aChildAndANoteAreWrittenOnADesk() {
        try (Browser browser = Browser.desktop(port).in(Locale.ENGLISH).open()) {
            Page page = browser.signIn(NGO_CASEWORKER).go("/contacts/new?form=child&year=2025");
            browser.check("contact-child-1280-en");
            page.fill("#reference", "Child of desk");
            page.locator("[name=contact][value=new_2025]").check();
            page.locator("[name=exposure][value=indirect]").check();
            page.locator("[name=sex][value=female]").check();
            page.fill("#age_years", "99");
            page.locator("[name=do][value=save]").click();
            assertThat(page.locator("#errors a[href='#age_years']").textContent())
                    .contains("17");
            page.fill("#age_years", "0");
            page.locator("[name=do][value=send]").click();
            assertThat(page.locator("tr:has-text('Child of desk') .tag.final").count())
                    .isEqualTo(1);
            page.locator("a[href^='/contacts/notes']").click();
            page.fill("#low", "20");
            page.fill("#high", "5");
            page.locator("[name=do][value=send]").click();
            assertThat(page.locator("#errors a[href='#high']").count()).isEqualTo(1);
            page.fill("#high", "30");
            page.fill("#observations", "Many came late in the year");
            page.locator("[name=do][value=send]").click();
            assertThat(page.locator("main").textContent()).contains("Between 20 and 30 people");
            browser.checkWords("notes");
            browser.check("contact-notes-1280-en");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void thePlatformSeesWhoHasAnsweredAndNoReferences(String language) {
        for (Browser.Window window : List.of(Browser.desktop(port), Browser.phone(port))) {
            try (Browser browser = window.in(Locale.of(language)).open()) {
                Page page = browser.signIn(PLATFORM_COORDINATOR).go("/contacts/compilation?year=2025");
                assertThat(page.locator("tbody tr").count()).isGreaterThanOrEqualTo(2);
                browser.checkWords("compilation");
                browser.check("compilation-" + language + "-" + window.width());
                browser.go("/contacts/compilation/rows?year=2025&form=adult");
                assertThat(page.content()).doesNotContain("Telefon ").doesNotContain("Utan skript");
                browser.checkWords("rows");
                browser.check("compilation-rows-" + language + "-" + window.width());
            }
        }
    }
}
