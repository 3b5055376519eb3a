package se.ledfyr.observations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import se.ledfyr.HouseTest;
import se.ledfyr.browser.Browser;
import se.ledfyr.casework.CaseId;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.observations.Observations;
import se.ledfyr.observations.Observed;
import se.ledfyr.personas.Personas;
import se.ledfyr.surveys.InformalNotes;

@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservationPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestOffers offers;

    @Autowired
    private InformalNotes notes;

    @Autowired
    private Observations observations;

    @BeforeAll
    void somebodyWaits() {
        List<CaseId> cases = offers.casesOfOneFind(NORD_COORDINATOR, 12);
        cases.forEach(one -> offers.needOf(NORD_COORDINATOR, one, "safe_housing", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void thePageIsReadOnADeskAndOnAPhone(String language) {
        for (Browser.Window window : List.of(Browser.desktop(port), Browser.phone(port))) {
            try (Browser browser = window.in(Locale.of(language)).open()) {
                browser.signIn(PLATFORM_COORDINATOR);
                assertThat(browser.go("/observations").locator("table").count()).isPositive();
                browser.checkWords("observations");
                browser.check("observations-" + language + "-" + window.width());
            }
        }
    }

    @Test
    void theFileHasOneNumberALineAndNothingThatASpreadsheetRuns() throws Exception {
        String file = mvc.perform(get("/observations/csv").with(signedInAs(PLATFORM_COORDINATOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(file)
                .startsWith("year,table,source,authority,code,line,measure,value,note\n")
                .contains(",waiting,ledger,,");
        assertThat(file.lines()).allMatch(line -> !line.matches(".*(^|,)\"?[=+@\\t-].*"));
        assertThat(ObservationsFile.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(ObservationsFile.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    }

    @Test
    void whatWasToldWithoutCountingIsForThePlatformAndNeverInTheFile() throws Exception {
        int year = observations.currentYear();
        for (int people : List.of(7, 40)) {
            InformalNotes.Told told =
                    InformalNotes.Told.of(people, people, List.of("begging"), "Hört i matkön " + people);
            Personas.NGO_CASEWORKER.acting().run(() -> notes.change(notes.write(year, told), 1, told, true));
        }

        String platform = page(PLATFORM_COORDINATOR, "/observations");
        assertThat(platform)
                .contains("Hört i matkön 40", "Ungefär 40 personer", "Färre än 10 personer")
                .doesNotContain("Ungefär 7 personer", "Föreningen Bron");
        assertThat(page(Personas.NATIONAL_STATISTICIAN, "/observations"))
                .contains("<h1>")
                .doesNotContain("Hört i matkön");
        assertThat(page(PLATFORM_COORDINATOR, "/observations/csv")).doesNotContain("Hört i matkön");
    }

    @Test
    void everyTableAndEveryLineOfTheFileSaysWhereItComesFromAndThatNothingIsAdded() throws Exception {
        String shown = page(PLATFORM_COORDINATOR, "/observations");
        assertThat(shown.split("Källa: ", -1)).hasSize(Observed.values().length + 1);
        assertThat(shown).contains("Lägg aldrig ihop tabellerna");
        List<String> lines =
                page(PLATFORM_COORDINATOR, "/observations/csv").lines().skip(1).toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.contains("Lägg aldrig ihop tabellerna"));
    }

    private String page(Personas reader, String path) throws Exception {
        return mvc.perform(get(path).with(signedInAs(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void forOthersAndForYearsThatCannotBeThereIsNone() throws Exception {
        mvc.perform(get("/observations").with(signedInAs(PLATFORM_COORDINATOR)).param("year", "1999"))
                .andExpect(status().isNotFound());
        for (Personas bystander : List.of(NORD_COORDINATOR, Personas.NGO_CASEWORKER)) {
            mvc.perform(get("/observations").with(signedInAs(bystander))).andExpect(status().isNotFound());
            mvc.perform(get("/observations/csv").with(signedInAs(bystander))).andExpect(status().isNotFound());
        }
    }
}
