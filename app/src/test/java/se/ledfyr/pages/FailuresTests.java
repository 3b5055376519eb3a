package se.ledfyr.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.access.web.PlainBrowser;
import se.ledfyr.personas.Personas;

/// What nobody foresaw, sent by somebody who tries what happens.
@HouseTest
@ExtendWith(OutputCaptureExtension.class)
class FailuresTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/registrations?region=Ebba%ff",
                "/registrations?region=Ebba%00",
                "/registrations?event=Ebba%00",
                "/statistics/rk_totals?region=Ebba%00",
                "/statistics/rk_totals/csv?region=Ebba%00",
            })
    void whatCannotBeReadIsNotThereAndLeavesNoTraceInTheLog(String path, CapturedOutput log) throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        browser.signIn(Personas.NORD_COORDINATOR);
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(log.getAll()).doesNotContain("Ebba").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01", "-999999999-01-01", "0000-01-01"})
    void aPlaceThatNoListCanHaveIsTheBeginning(String day) throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        browser.signIn(Personas.NORD_COORDINATOR);
        String after = day.replace("+", "%2B") + "_00000000-0000-0000-0000-000000000000";
        assertThat(browser.get("/registrations?after=" + after).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/{x}", "//example.org", "/\\example.org", "/\u2028", "/a b"})
    void choosingALanguageLeadsNowhereElse(String back) throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        var answer = browser.post("/sign-in", "/language", Map.of("language", "sv", "back", back));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @Test
    void aFailureIsDescribedWithoutItsWords() {
        var failure = new IllegalStateException("Ebba", new SQLException("invalid input syntax: \"Ebba\""));
        assertThat(QuietFailures.withoutWords(failure))
                .doesNotContain("Ebba")
                .contains("java.lang.IllegalStateException", "java.sql.SQLException", "FailuresTests");
    }
}
