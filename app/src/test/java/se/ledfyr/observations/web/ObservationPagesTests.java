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
import se.ledfyr.personas.Personas;

@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservationPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestOffers offers;

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
                .startsWith("year,table,authority,code,line,measure,value\n")
                .contains(",waiting,,");
        assertThat(file.lines()).allMatch(line -> !line.matches(".*(^|,)\"?[=+@\\t-].*"));
        assertThat(ObservationsFile.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(ObservationsFile.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
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
