package se.ledfyr.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.SigningIn.signedInAs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.ledfyr.HouseTest;
import se.ledfyr.personas.Personas;

/// Days that no code list, no rule and no database knows: said on the form, and no failure.
@HouseTest
class ImpossibleDaysTests {

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "+999999999-12-31", "-0044-03-15", "9999-12-31"})
    void aDayThatNobodyMeansIsSaidOnTheForm(String day) throws Exception {
        String syd = "/cases/" + ThingsOfSyd.make().openCase();
        assertThat(status(syd + "/justice/without-report", "without_status", "no_report_made", "without_since", day))
                .isEqualTo(200);
        assertThat(status(syd + "/justice/counsel", "counsel_kind", "ombud", "counsel_asked_on", day))
                .isEqualTo(200);
        assertThat(status(
                        syd + "/permits/new",
                        "kind",
                        "work",
                        "from_on",
                        day,
                        "decided_by",
                        "not_known",
                        "source",
                        "person"))
                .isEqualTo(200);
    }

    /// The twin: a day that can be is taken.
    @Test
    void aDayThatCanBeIsTaken() throws Exception {
        String syd = "/cases/" + ThingsOfSyd.make().openCase();
        assertThat(status(
                        syd + "/justice/without-report",
                        "without_status",
                        "no_report_made",
                        "without_since",
                        "2024-05-05"))
                .isEqualTo(302);
    }

    private int status(String path, String... fields) throws Exception {
        var request = post(path).with(signedInAs(Personas.SYD_COORDINATOR)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }
}
