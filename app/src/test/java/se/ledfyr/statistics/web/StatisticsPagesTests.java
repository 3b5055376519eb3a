package se.ledfyr.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NATIONAL_ADMINISTRATOR;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.Personas.Place;
import se.ledfyr.statistics.Counted;

@HouseTest
class StatisticsPagesTests {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(strings = {"rk_form", "rk_sex_age", "rk_change", "rk_requests", "rk_month", "rk_totals"})
    void fileTableAndDrawingSayTheSame(String id) throws Exception {
        Counted.person(Place.OFFICE_NORD, "1961-05-01", "labour");
        Counted.person(Place.OFFICE_NORD, "1961-06-01", "sexual");
        Counted.person(Place.OFFICE_NORD, "1961-06-01", "sexual");
        Counted.person(Place.OFFICE_NORD, "1962-06-01", "sexual");
        String selected = "?year=1961&year=1962";

        List<String> file = values(body(NATIONAL_STATISTICIAN, "/statistics/" + id + "/csv" + selected));
        String page = body(NATIONAL_STATISTICIAN, "/statistics/" + id + selected);
        List<String> table = found(page, "<td class=\"number\">([^<]*)</td>");
        List<String> drawing = found(page, "<text class=\"value\"[^>]*>([^<]*)</text>");

        assertThat(table).isNotEmpty().containsExactlyInAnyOrderElementsOf(file);
        assertThat(nonZero(table)).containsAll(nonZero(drawing));
        assertThat(nonZero(drawing)).isNotEmpty().containsExactlyInAnyOrderElementsOf(nonZero(table));
    }

    @Test
    void theOwnOrganisationsFiguresAreCalledThat() throws Exception {
        Counted.person(Place.OFFICE_SYD, "1963-05-01", "labour");

        assertThat(body(SYD_COORDINATOR, "/statistics/rk_totals?year=1963"))
                .contains("bara det som den egna organisationen", ">1963 <")
                .doesNotContain("hela landet.</p>\n  <p class=\"notice\">");
        assertThat(body(NATIONAL_STATISTICIAN, "/statistics/rk_totals?year=1963"))
                .contains("Siffrorna gäller hela landet.", ">1963 <");
        for (Personas bystander : List.of(NORD_COORDINATOR, NGO_CASEWORKER)) {
            assertThat(body(bystander, "/statistics/rk_totals?year=1963")).doesNotContain(">1963 <");
            assertThat(values(body(bystander, "/statistics/rk_totals/csv?year=1963")))
                    .isEmpty();
        }
    }

    @Test
    void takingAFileIsOnRecord() throws Exception {
        long before = exports();

        body(NORD_COORDINATOR, "/statistics/rk_form/csv");

        assertThat(exports()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/statistics/rk_nothing", "/statistics/rk_form?year=x", "/statistics/rk_form'--/csv"})
    void whatDoesNotExistIsNotThere(String path) throws Exception {
        assertThat(answer(NATIONAL_STATISTICIAN, path).getStatus()).isEqualTo(404);
    }

    @Test
    void aStrangeRegionIsJustARegionWithNobodyInIt() throws Exception {
        assertThat(values(body(NATIONAL_STATISTICIAN, "/statistics/rk_totals/csv?region=nord'%20or%20'1'='1")))
                .isEmpty();
    }

    @Test
    void whoMayNotReadFactsFindsNothing() throws Exception {
        assertThat(answer(NATIONAL_ADMINISTRATOR, "/statistics").getStatus()).isEqualTo(404);
        assertThat(answer(NATIONAL_ADMINISTRATOR, "/statistics/rk_form/csv").getStatus())
                .isEqualTo(404);
        assertThat(mvc.perform(get("/statistics/rk_form"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("<table");
    }

    @Test
    void yearsAreForTheNationalStatisticianOnly() throws Exception {
        Counted.person(Place.OFFICE_NORD, "1965-05-01", "labour");
        for (Personas other : List.of(NORD_COORDINATOR, Personas.NORD_STATISTICIAN, NATIONAL_ADMINISTRATOR)) {
            assertThat(answer(other, "/statistics/years").getStatus()).isEqualTo(404);
            assertThat(answer(other, "/statistics/years/1965/closing").getStatus())
                    .isEqualTo(404);
            assertThat(mvc.perform(post("/statistics/years/1965/closing")
                                    .with(signedInAs(other))
                                    .with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(body(NATIONAL_STATISTICIAN, "/statistics/years")).contains("Stäng 1965");
    }

    @Test
    void closingAsksFirstAndMarksTheYearFinal() throws Exception {
        Counted.person(Place.OFFICE_NORD, "1967-05-01", "labour");
        assertThat(body(NATIONAL_STATISTICIAN, "/statistics/rk_totals?year=1967"))
                .contains("tag preliminary");
        assertThat(body(NATIONAL_STATISTICIAN, "/statistics/years/1967/closing"))
                .contains("Stäng 1967 nu");

        mvc.perform(post("/statistics/years/1967/closing")
                .with(signedInAs(NATIONAL_STATISTICIAN))
                .with(csrf()));

        assertThat(body(NATIONAL_STATISTICIAN, "/statistics/rk_totals?year=1967"))
                .contains("tag final");
        assertThat(answer(NATIONAL_STATISTICIAN, "/statistics/years/1967/closing")
                        .getStatus())
                .isEqualTo(404);
        Counted.person(Place.OFFICE_NORD, "1967-05-01", "begging");
        assertThat(body(NATIONAL_STATISTICIAN, "/statistics/years/1967")).contains("Tillagd", "Tiggeri (personer)");
    }

    @Test
    void everyTableHasAPageInBothLanguages() throws Exception {
        Counted.person(Place.OFFICE_NORD, "1969-05-01", "labour");
        List<String> tables = found(body(NATIONAL_STATISTICIAN, "/statistics"), "href=\"(/statistics/rk_[a-z_]+)\"");

        assertThat(tables).hasSizeGreaterThanOrEqualTo(15);
        for (String table : tables) {
            for (String language : List.of("sv", "en")) {
                String page = mvc.perform(
                                get(table).header("Accept-Language", language).with(signedInAs(NATIONAL_STATISTICIAN)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                assertThat(page)
                        .as(table)
                        .contains("lang=\"" + language + "\"", "<h1>")
                        .doesNotContain("[statistics.", "style=");
            }
        }
    }

    private static List<String> values(String file) {
        return Arrays.stream(file.split("\n"))
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
    }

    /// Numbers of the page, written as in the file.
    private static List<String> found(String page, String pattern) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            all.add(matcher.group(1)
                    .replace("\u00a0", "")
                    .replace("\u202f", "")
                    .replace("+", "")
                    .replace("\u2212", "-")
                    .replace(',', '.'));
        }
        return all;
    }

    private static List<String> nonZero(List<String> numbers) {
        return numbers.stream().filter(number -> number.matches(".*[1-9].*")).toList();
    }

    private String body(Personas persona, String path) throws Exception {
        return answer(persona, path).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(Personas persona, String path) throws Exception {
        return mvc.perform(get(java.net.URI.create(path.replace("'", "%27"))).with(signedInAs(persona)))
                .andReturn()
                .getResponse();
    }

    private static long exports() {
        return TestInstallation.owner()
                .sql("select count(*) from audit.entry where action = 'EXPORTED' and detail = 'rk_form'")
                .query(Long.class)
                .single();
    }
}
