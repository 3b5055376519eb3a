package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.personas.Personas;

@HouseTest
class DoorTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theDoorAndTheStartPageAreOpenToEverybodyInBothLanguages(String language) {
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            browser.go("/sign-in");
            browser.check("sign-in-" + language);
            browser.signIn(Personas.NORD_COORDINATOR);
            assertThat(browser.page().locator("html").getAttribute("lang")).isEqualTo(language);
            browser.check("start-" + language);
        }
    }

    /// The twin: a page with a fault does not pass.
    @Test
    void aFieldWithoutALabelIsFound() {
        try (Browser browser = Browser.desktop(port).open()) {
            browser.go("/sign-in").evaluate("document.querySelector('main').append(document.createElement('input'))");
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> browser.check("sign-in-broken"));
        }
    }
}
