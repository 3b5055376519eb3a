package se.ledfyr.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.browser.Browser;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.reports.ReferenceYear;

/// An editor at the platform reads the report on a phone and at a desk, leaves the large case out,
/// and rewrites a text.
@HouseTest
class ReportWalkTests {

    private static final String REPORT = "/reports/contacts?year=2025";

    private static @Nullable ReferenceYear year;

    @LocalServerPort
    private int port;

    @BeforeEach
    void theYearIsSent() {
        if (year == null) {
            year = new ReferenceYear();
        }
    }

    @AfterAll
    static void itIsTakenAway() {
        Objects.requireNonNull(year).close();
        TestInstallation.owner().sql("delete from reports.text_version").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theReportIsReadOnAPhoneWithoutScripts(String language) {
        try (Browser browser =
                Browser.phone(port).in(Locale.of(language)).withoutScripts().open()) {
            Page page = browser.signIn(PLATFORM_COORDINATOR).go(REPORT);
            assertThat(page.locator("svg.chart[role=img] > title").count()).isGreaterThan(20);
            browser.checkWords("report-" + language);
            browser.picture("report-360-" + language);
            page.locator(".switch a[href*='without=']").click();
            assertThat(page.locator(".cover .lead strong").count()).isEqualTo(1);
            assertThat(page.locator(".exhibit .left-out").count())
                    .isEqualTo(page.locator(".exhibit").count());
            page.locator("#x-form a[href*='/beside/']").click();
            browser.picture("report-beside-360-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void nothingIsWrongWithIt(String language) {
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            browser.signIn(PLATFORM_COORDINATOR).go(REPORT);
            browser.check("report-axe-360-" + language);
            browser.go("/reports/contacts/beside/form?year=2025&without=asele_2023");
            browser.check("report-beside-axe-360-" + language);
        }
        try (Browser browser = Browser.desktop(port).in(Locale.of(language)).open()) {
            Page page = browser.signIn(NATIONAL_STATISTICIAN).go(REPORT + "&without=asele_2023");
            page.locator(".small-list summary").first().click();
            browser.check("report-1280-" + language);
        }
    }

    @Test
    void inTheDarkAndOnPaperToo() {
        try (Browser browser = Browser.desktop(port).inTheDark().open()) {
            Page page = browser.signIn(PLATFORM_COORDINATOR).go(REPORT);
            browser.check("report-dark-1280");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".editing").first().isVisible()).isFalse();
            assertThat(page.locator("svg.chart").first().isVisible()).isTrue();
            assertThat(page.locator(".exhibit table").first().isVisible()).isTrue();
            page.pdf(new Page.PdfOptions()
                    .setFormat("A4")
                    .setPath(java.nio.file.Path.of("target", "pictures", "report.pdf")));
        }
    }

    @Test
    void theEditorRewritesATextAndGoesBack() {
        try (Browser browser = Browser.desktop(port).in(Locale.of("sv")).open()) {
            Page page = browser.signIn(PLATFORM_COORDINATOR).go(REPORT);
            page.locator("#t-adults-sex .editing a").first().click();
            page.locator("details summary").first().click();
            browser.check("report-text-1280");
            page.fill("#sv", "Kvinnorna var 265, och {civil_sex|age_group=adult|sex=kvinnor} fler.");
            page.fill("#en", "The women were {civil_sex|age_group=adult|sex=female}.");
            page.locator("main form button").first().click();
            assertThat(page.locator("#errors a[href='#sv']").textContent()).contains("kvinnor finns inte i sex");
            browser.check("report-text-fault-1280");

            page.fill("#sv", "Kvinnorna var 265.");
            page.locator("main form button").first().click();
            assertThat(page.locator("#errors a[href='#sure']").count()).isEqualTo(1);
            browser.check("report-text-bare-1280");
            page.fill("#sv", "Kvinnorna var {civil_sex|age_group=adult|sex=female}.");
            page.locator("main form button").first().click();

            assertThat(page.url()).endsWith("#t-adults-sex");
            assertThat(page.locator("#t-adults-sex .tag").count()).isEqualTo(1);
            String shown = page.locator("#t-adults-sex [data-cell='civil_sex|adult|female|persons']")
                    .textContent();
            assertThat(page.locator("#x-sex td [data-cell='civil_sex|adult|female|persons']")
                            .textContent())
                    .isEqualTo(shown);

            page.locator("#t-adults-sex .editing a").last().click();
            browser.check("report-history-1280");
            page.locator("ol.history form button").last().click();
            browser.go(REPORT);
            assertThat(page.locator("#t-adults-sex .tag").count()).isZero();
        }
        try (Browser browser = Browser.phone(port).in(Locale.of("en")).open()) {
            browser.signIn(PLATFORM_COORDINATOR).go("/reports/contacts/texts/adults-sex?year=2025");
            browser.check("report-text-360");
            browser.go("/reports/contacts/texts/adults-sex/history?year=2025");
            browser.check("report-history-360");
        }
    }
}
