package se.ledfyr.surveys.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.browser.Browser;
import se.ledfyr.casework.CaseId;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.ContactId;
import se.ledfyr.surveys.Contacts;
import se.ledfyr.surveys.Some;
import se.ledfyr.surveys.SurveyYears;
import se.ledfyr.surveys.TestContacts;

/// The year that is reported now, on a phone and on a desk, in both languages: a new contact, one out of
/// a case, what was changed after a closing, and tables in which two years stand beside each other or do
/// not.
@HouseTest
class EditionWalkTests {

    private static final int CLOSED = 2025;

    @LocalServerPort
    private int port;

    @Autowired
    private TestOffers offers;

    @Autowired
    private Contacts contacts;

    @Autowired
    private SurveyYears years;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aContactOf2026IsWrittenAndWhatIsNewIsMarked(String language) {
        everyWindow(language, SHELTER_CASEWORKER, browser -> {
            Page page = browser.go("/contacts");
            page.locator("a[href='/contacts/new?form=adult&year=2026']").click();
            page.locator("[name=exposure][value=direct]").check();
            assertThat(page.locator("[data-question=compensation] .tag").count())
                    .isEqualTo(1);
            assertThat(page.locator("[data-question=sex] .tag").count()).isZero();
            assertThat(page.locator("[data-question=reflection_granted]").count())
                    .isZero();
            assertThat(page.locator("[name=setting][value=recruited_online]").isVisible())
                    .isTrue();
            browser.checkWords("contact-2026");
            browser.check("contact-2026-" + language + "-" + width(page));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aCaseOffersItsYearAndFillsItIn(String language) {
        CaseId held = offers.caseOf(NGO_CASEWORKER, "Årets person " + language);
        offers.needOf(NGO_CASEWORKER, held, "safe_housing", false);
        everyWindow(language, NGO_CASEWORKER, browser -> {
            Page page = browser.go("/cases/" + held.value());
            page.locator("#contact").scrollIntoViewIfNeeded();
            page.locator("#contact")
                    .screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions()
                            .setPath(java.nio.file.Path.of(
                                    "target/pictures/case-contact-" + language + "-" + width(page) + ".png")));
            browser.check("case-2026-" + language + "-" + width(page));
            page.locator("a[href='/contacts/new?case=" + held.value() + "']").click();
            assertThat(page.locator("[name=needs][value=safe_housing]").isChecked())
                    .isTrue();
            assertThat(page.locator("[name=origin_region][value=asia]").isChecked())
                    .isTrue();
            assertThat(page.locator(".mark").count()).isGreaterThan(10);
            browser.checkWords("contact-prefilled");
            browser.check("contact-prefilled-" + language + "-" + width(page));
        });
    }

    @Test
    void whatWasChangedAfterTheClosingIsListed() {
        ContactId first = new ContactId(TestContacts.add(Personas.Place.NGO, CLOSED, true, "Efter stängning"));
        PLATFORM_COORDINATOR.acting().run(() -> years.close(CLOSED));
        try {
            NGO_CASEWORKER
                    .acting()
                    .run(() -> contacts.correct(
                            first,
                            1,
                            Some.adult().with("needs", Answer.Codes.of(List.of("legal_advice", "safe_housing"))),
                            "Behoven kom bort."));
            for (String language : List.of("sv", "en")) {
                everyWindow(language, PLATFORM_COORDINATOR, browser -> {
                    Page page = browser.go("/contacts/compilation?year=" + CLOSED);
                    assertThat(page.locator(".history li").count()).isPositive();
                    browser.checkWords("revisions");
                    browser.check("revisions-" + language + "-" + width(page));
                });
            }
        } finally {
            TestInstallation.owner().sql("delete from surveys.year").update();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void tablesSayWhatBreaksAndWhatAShareIsOf(String language) {
        both();
        everyWindow(language, NATIONAL_STATISTICIAN, browser -> {
            Page page = browser.go("/statistics/civil_setting");
            // Contacts of other years, as other tests leave them, may break too.
            assertThat(page.locator("#breaks li").allInnerTexts()).anyMatch(said -> said.contains("2026"));
            assertThat(page.locator("table.figures thead th.number").allInnerTexts())
                    .noneMatch(heading -> heading.contains("2025"));
            browser.checkWords("table-break");
            browser.check("table-break-" + language + "-" + width(page));
            page = browser.go("/statistics/civil_setting?year=2025");
            assertThat(page.locator("#breaks").count()).isZero();
            page = browser.go("/statistics/civil_identified_by");
            assertThat(page.locator("#breaks li").allInnerTexts()).noneMatch(said -> said.contains("2026"));
            assertThat(page.locator("table.figures thead th.number").count()).isGreaterThanOrEqualTo(2);
            browser.check("table-base-" + language + "-" + width(page));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void whoeverBringsAFileCanSayItsYear(String language) {
        everyWindow(language, NGO_CASEWORKER, browser -> {
            Page page = browser.go("/import");
            assertThat(page.locator("#year option").allInnerTexts()).contains("2025", "2026");
            assertThat(page.locator("a[href='/import/template.csv?kind=civil_children_2026']")
                            .count())
                    .isEqualTo(1);
            browser.checkWords("import-year");
            browser.check("import-year-" + language + "-" + width(page));
        });
        everyWindow(
                language,
                Personas.NORD_COORDINATOR,
                browser -> assertThat(browser.go("/import").locator("#year").count())
                        .isZero());
    }

    private static void both() {
        for (int year : List.of(2025, 2026)) {
            UUID id = TestContacts.answered(
                    Personas.Place.NGO,
                    year,
                    true,
                    Some.adult(year)
                            .with("identified_by", Answer.Codes.of("police"))
                            .with("setting", Answer.Codes.of("online_only")));
            assertThat(id).isNotNull();
        }
    }

    private void everyWindow(String language, Personas who, Consumer<Browser> walk) {
        for (Browser.Window window : List.of(Browser.phone(port), Browser.desktop(port))) {
            try (Browser browser = window.in(Locale.of(language)).open()) {
                walk.accept(browser.signIn(who));
            }
        }
    }

    private static int width(Page page) {
        return page.viewportSize().width;
    }
}
