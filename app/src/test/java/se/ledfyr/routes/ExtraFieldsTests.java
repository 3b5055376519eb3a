package se.ledfyr.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.emergency.web.Hurry;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// Forms of the programmes, permits, the legal process and the money take the fields they ask for and no others,
/// whatever is sent along, and whatever length it has.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtraFieldsTests {

    private static final Pattern NEW = Pattern.compile(".*/(support|returns|permits|justice|money)(/.*)?");

    private static final List<String> EXTRA = List.of(
            "id",
            "organisation",
            "organisationId",
            "organisation_id",
            "from_organisation",
            "to_organisation",
            "operator",
            "office",
            "funder",
            "keeper_id",
            "by_organisation",
            "noted_in",
            "noted_by",
            "created_by",
            "decided_in",
            "decided_by_member",
            "grant_id",
            "person_id",
            "person",
            "case_id",
            "parcel_id",
            "agreement_id",
            "expense_id",
            "corrects_id");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Hurry hurry;

    private List<Route> forms = List.of();

    @BeforeAll
    void gather() {
        forms = Routes.all(ThingsOfSyd.make(), UUID.randomUUID().toString()).stream()
                .filter(route -> route.method().equals("POST")
                        && NEW.matcher(route.path()).matches()
                        && !route.answered().isEmpty())
                .toList();
        assertThat(forms).hasSizeGreaterThan(30);
        hurry.begin();
    }

    @AfterAll
    void takeTimeAgain() {
        hurry.end();
    }

    @Test
    void whatNoFormAsksForIsWrittenNowhere() throws Exception {
        UUID marker = UUID.randomUUID();
        for (Route form : forms) {
            MockHttpServletRequestBuilder asked = asked(form, Map.of());
            for (String extra : EXTRA) {
                if (!form.fields().containsKey(extra)) {
                    asked.param(extra, marker.toString());
                }
            }
            for (String state : List.of("state", "status", "stage", "accepted", "helped_by", "withdrawn_at")) {
                if (!form.fields().containsKey(state)) {
                    asked.param(state, "ADMITTED");
                }
            }
            assertThat(mvc.perform(asked).andReturn().getResponse().getStatus())
                    .as(form.name())
                    .isLessThan(500);
        }
        assertThat(rowsWith(marker)).isEmpty();
    }

    /// The twin: what is written somewhere is found.
    @Test
    void whatIsWrittenIsFound() {
        UUID marker = UUID.randomUUID();
        TestInstallation.owner()
                .sql(
                        "insert into budget.price (id, organisation, programme, kind, unit_ore, valid, created_at, created_by)"
                                + " values (?, ?, 'NSP', 'OTHER', 1, '[1990-01-01,1990-01-02)', now(), ?)")
                .params(marker, Personas.PROGRAMME_CASEWORKER.place().id().value(), marker)
                .update();
        assertThat(rowsWith(marker)).containsOnlyKeys("budget.price");
    }

    @Test
    void whatIsTooLongIsSaidOnTheForm() throws Exception {
        String long1 = "Å".repeat(300_000);
        for (Route form : forms) {
            for (String field : form.fields().keySet()) {
                assertThat(mvc.perform(asked(form, Map.of(field, long1)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                        .as(form.name() + " " + field)
                        .isLessThan(500);
            }
        }
    }

    private static MockHttpServletRequestBuilder asked(Route form, Map<String, String> instead) {
        Personas allowed = new TreeSet<>(form.answered()).getFirst();
        MockHttpServletRequestBuilder asked =
                request(HttpMethod.POST, form.path()).with(csrf()).with(signedInAs(allowed));
        form.fields()
                .forEach((name, value) -> asked.param(
                        name,
                        instead.getOrDefault(
                                name, value.replace("*", UUID.randomUUID().toString()))));
        return asked;
    }

    /// In which tables the marker stands, and how often.
    private static Map<String, Long> rowsWith(UUID marker) {
        Map<String, Long> found = new TreeMap<>();
        for (String table :
                TestInstallation.owner().sql("""
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname not like 'pg\\_%' and schemaname not in ('information_schema', 'audit', 'access')
                        """).query(String.class).list()) {
            long rows = TestInstallation.owner()
                    .sql("select count(*) from " + table + " t where t::text like ?")
                    .param("%" + marker + "%")
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.put(table, rows);
            }
        }
        return found;
    }
}
