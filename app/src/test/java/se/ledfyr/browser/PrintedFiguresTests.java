package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.personas.Personas;

/// The page "Check printed figures", for whoever reads the country and for whoever reads an office's own figures.
@HouseTest
class PrintedFiguresTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void whatDoesNotAddUpIsNamedOnAPhone(String language) {
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            Page page = browser.signIn(Personas.NATIONAL_STATISTICIAN).go("/statistics/printed");
            browser.check("printed-" + language);
            page.fill("#claims", """
                    Women and men; 30; = 24 + 9
                    Women; 73 %; = 24/33
                    Members; 87; largest 87, 128
                    """);
            page.locator("main form button.button").first().click();
            assertThat(page.locator("main tbody tr").count()).isEqualTo(2);
            assertThat(page.locator("main tbody").textContent()).contains("33").doesNotContain("73 %");
            browser.check("printed-checked-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aPrintedTableIsHeldBesideTheComputedOneInTheDark(String language) {
        try (Browser browser =
                Browser.desktop(port).in(Locale.of(language)).inTheDark().open()) {
            Page page = browser.signIn(Personas.NATIONAL_STATISTICIAN).go("/statistics/printed");
            page.fill("#figures", "table_id,year,unit,value\namp_totals,1997,persons,30\n");
            page.click("button[name=keep]");
            assertThat(page.locator("main .notice.bad").count())
                    .as("where it was printed is missing")
                    .isEqualTo(1);
            browser.check("printed-refused-" + language);
            page.fill("#source", "A report of 1998");
            page.click("button[name=keep]");
            assertThat(page.locator("main .notice.good").count()).isEqualTo(1);
            browser.check("printed-kept-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void whoReadsAnOfficeChecksAndKeepsNothing(String language) {
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            Page page = browser.signIn(Personas.NORD_COORDINATOR).go("/statistics/printed");
            assertThat(page.locator("button[name=keep]").count()).isZero();
            browser.check("printed-office-" + language);
        }
    }
}
