package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Advice without identity and noes without a name are counted as the work they are, and never among persons.
class WithoutNamesTablesTests {

    private static final String PEOPLE = "casework_api.counted_registration";

    @SuppressWarnings("NullAway.Init")
    private static Register register;

    @BeforeAll
    static void writeAYear() {
        register = new Register();
        register.addOrganisation("national", "NATIONAL_COORDINATION", null);
        register.addOrganisation("shelter", "NGO", null);
        register.add(Register.reference("coordinator_registrations.csv").subList(0, 5));
        advice("nord", "2025-01-31", "telephone", "{child,first_steps}", "advice");
        advice("nord", "2025-02-01", "telephone", "{child}", "referred_on");
        advice("syd", "2025-02-28", "video", "{wages}", "advice");
        advice("national", "2025-12-31", "meeting", "{child}", "advice");
        advice("shelter", "2025-06-01", "meeting", "{child}", "advice");
        no("nord", "2025-03-01", "{all}");
        no("nord", "2025-03-01", "{police,housing}");
        no("syd", "2025-04-01", "{police}");
        no("shelter", "2025-04-01", "{police}");
        register.sql().execute("""
                update consent.notice set removed_at = now(), removed_reason = 'mistake'
                 where id = (select id from consent.notice where region = 'syd' limit 1)
                """);
        no("syd", "2025-05-01", "{housing}");
    }

    @AfterAll
    static void close() {
        register.close();
    }

    /// Those of the coordinators; an advice with two topics is one with two.
    @ParameterizedTest
    @CsvSource({
        "consultations_topic, all, all, 4",
        "consultations_topic, all, child, 3",
        "consultations_topic, nord, all, 2",
        "consultations_topic, nord, child, 2",
        "consultations_topic, nord, first_steps, 1",
        "consultations_topic, syd, child, 0",
        "consultations_channel, all, telephone, 2",
        "consultations_channel, syd, video, 1",
        "consultations_outcome, all, advice, 3",
        "consultations_outcome, nord, referred_on, 1",
        "consultations_month, all, 1, 1",
        "consultations_month, all, 2, 2",
        "consultations_month, nord, 12, 0",
        "notices_reason, all, notices, 3",
        "notices_reason, all, all, 1",
        "notices_reason, nord, notices, 2",
        "notices_reason, nord, police, 1",
        "notices_reason, syd, police, 0",
        "notices_reason, syd, housing, 1"
    })
    void theWorkIsCounted(String table, String region, String line, String value) {
        assertThat(values(table)).containsEntry(List.of("2025", region, line), value);
    }

    @Test
    void nobodyIsAPersonBecauseOfThem() {
        String persons = persons();
        advice("nord", "2024-03-03", "telephone", "{child}", "advice");
        no("nord", "2024-07-01", "{return}");

        assertThat(persons()).isEqualTo(persons);
    }

    /// The twin: were the noes among the registrations, the test above would see it.
    @Test
    void countingThemAmongPersonsWouldBeNoticed() {
        String columns = register.sql().fetchSingle("""
                select string_agg(case when n.column_name is null then 'null::' else 'x.' || c.column_name || '::' end
                                  || case when c.data_type = 'ARRAY' then 'text[]' else c.data_type end, ', '
                                  order by c.ordinal_position)
                  from information_schema.columns c
                       left join information_schema.columns n on n.table_schema = 'consent_api'
                            and n.table_name = 'counted_notice' and n.column_name = c.column_name
                 where c.table_schema = 'casework_api' and c.table_name = 'counted_registration'
                """).get(0, String.class);
        String right = register.sql()
                .fetchSingle("select pg_get_viewdef('" + PEOPLE + "'::regclass)")
                .get(0, String.class)
                .replace(";", "");
        String persons = persons();
        String view = "create or replace view " + PEOPLE + " with (security_invoker = true) as ";
        try {
            register.sql()
                    .execute(view + right + " union all select " + columns + " from consent_api.counted_notice x");
            assertThat(persons()).isNotEqualTo(persons);
        } finally {
            register.sql().execute(view + right);
        }
    }

    /// A declaration cannot make persons of them, nor of a person an advice.
    @ParameterizedTest
    @CsvSource({
        "consultations, persons",
        "consultations, cases",
        "notices, persons",
        "notices, consultations",
        "registrations, notices",
        "people_in_cases, consultations"
    })
    void aTableCannotCallThemSomethingElse(String source, String unit) {
        String population = """
                id: counted
                title: {sv: Alla, en: All}
                source: %s
                where:
                  - {column: organisation_kind, is: [REGIONAL_COORDINATION]}
                """.formatted(source);
        String table = """
                id: one
                order: 1
                title: {sv: Ett, en: One}
                population: counted
                dimensions:
                  - {id: year}
                unit: %s
                notes: {sv: [a], en: [a]}
                source: {sv: a, en: a}
                """.formatted(unit);

        assertThatThrownBy(() -> new Declarations(
                        List.of(YamlPart.read("populations/counted.yaml", new StringReader(population))),
                        List.of(YamlPart.read("tables/one.yaml", new StringReader(table)))))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining("are not counted in " + unit);
    }

    private static String persons() {
        return values("rk_totals") + " " + values("rk_region");
    }

    private static Map<List<String>, String> values(String table) {
        return register.national(table).stream().collect(Collectors.toMap(Cell::codes, Cell::printed));
    }

    private static void advice(String office, String day, String channel, String topics, String outcome) {
        register.sql()
                .execute(
                        """
                        insert into consent.consultation (id, organisation, held_on, region, asked_by, channel, topics, concerns,
                            outcome, recorded_at)
                        values (?, ?, ?::date, ?, 'police', ?, ?::text[], 'nobody', ?, now())
                        """, UUID.randomUUID(), Register.office(office), day, region(office), channel, topics, outcome);
    }

    private static void no(String office, String day, String declined) {
        register.sql().execute("""
                        insert into consent.notice (id, organisation, met_on, region, sex, referred_by, declined, informed,
                            recorded_at)
                        values (?, ?, ?::date, ?, 'female', 'police', ?::text[], true, now())
                        """, UUID.randomUUID(), Register.office(office), day, region(office), declined);
    }

    private static String region(String office) {
        return Register.REGIONS.contains(office) ? office : "stockholm";
    }
}
