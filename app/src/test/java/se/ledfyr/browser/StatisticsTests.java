package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Registering;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.personas.Personas;

/// The statistics pages as the statistician of the country and as a coordinator see them.
@HouseTest
class StatisticsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Registering registering;

    @BeforeEach
    void somebodyIsRegistered() throws Exception {
        for (String form : new TreeSet<>(java.util.List.of("labour", "sexual", "begging"))) {
            Personas.NORD_COORDINATOR
                    .acting()
                    .call(() -> registering.newPerson(
                            new Registering.NewPerson(Identity.NONE, null, NameFacts.UNKNOWN),
                            TestFacts.withForms(2022, form),
                            Circumstances.notStated()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void tablesAndFiguresAreReadableByEverybodyOnAPhone(String language) {
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            browser.go("/statistics");
            browser.check("statistics-" + language);
            Page page = browser.go("/statistics/rk_form");
            browser.check("rk-form-" + language);
            assertThat(page.locator("figure svg[role=img] title").count()).isPositive();
            browser.go("/statistics/rk_region_form?year=2022&region=nord");
            browser.check("rk-region-form-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void yearsAndTheirClosingAreReadableOnADesktopInTheDark(String language) {
        try (Browser browser =
                Browser.desktop(port).in(Locale.of(language)).inTheDark().open()) {
            browser.signIn(Personas.NATIONAL_STATISTICIAN);
            browser.go("/statistics/rk_sex_age");
            browser.check("rk-sex-age-dark-" + language);
            browser.go("/statistics/years");
            browser.check("years-dark-" + language);
            browser.go("/statistics/years/2022");
            browser.check("year-dark-" + language);
            browser.go("/registrations");
            browser.check("facts-dark-" + language);
        }
    }
}
