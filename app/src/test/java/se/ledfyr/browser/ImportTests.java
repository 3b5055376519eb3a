package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.personas.Personas;

/// A coordinator sends a file with faults, mends it, sends it again, and corrects a row of it.
@HouseTest
class ImportTests {

    private static final String HEADER =
            "registration_id,registered_on,region,municipality_code,sex,age_group,birth_year,"
                    + "citizenship,forms,sector,referred_by,event_id,began,setting,children_accompanying,amp_requested,"
                    + "reflection_requested\n";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aFileWithFaultsIsRefusedWholeMendedTakenAndCorrectedWithAYes(String language) {
        String id = UUID.nameUUIDFromBytes(language.getBytes(StandardCharsets.UTF_8))
                .toString();
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            browser.signIn(Personas.NORD_COORDINATOR);
            browser.go("/import");
            browser.check("import-" + language);

            send(
                    browser,
                    HEADER + row(id, "child", "1980") + row(UUID.randomUUID().toString(), "adult", "1990"));
            assertThat(browser.page().locator(".data tbody tr").count()).isOne();
            assertThat(browser.page().locator(".data tbody").textContent()).contains("2", "birth_year");
            browser.check("import-faults-" + language);

            send(browser, HEADER + row(id, "adult", "1980"));
            assertThat(browser.page().locator("main").textContent()).contains("1");
            browser.check("import-taken-" + language);

            send(browser, HEADER + row(id, "adult", "1981"));
            browser.check("import-corrections-" + language);
            browser.page().locator("form[action$='/yes'] button").click();
            browser.check("import-corrected-" + language);
            assertThat(browser.go("/import").locator(".data tbody tr").count()).isGreaterThanOrEqualTo(2);
        }
    }

    private static void send(Browser browser, String content) {
        Page page = browser.go("/import");
        page.setInputFiles("#file", new FilePayload("rows.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action='/import'] button").click();
        page.waitForURL("**/import/*");
    }

    private static String row(String id, String ageGroup, String birthYear) {
        return id + ",2022-05-04,nord,2480,male," + ageGroup + "," + birthYear
                + ",TH,labour,berry_picking,police,,,offline,0,true,false\n";
    }
}
