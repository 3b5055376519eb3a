package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A declaration that is wrong is refused when Ledfyr starts, with the file and the line.
class DeclarationTests {

    private static final String POPULATION = """
            id: people
            title: {sv: Alla, en: All}
            source: registrations
            where:
              - {column: organisation_kind, is: [REGIONAL_COORDINATION]}
            """;

    private static final String TABLE = """
            id: one
            order: 1
            title: {sv: Ett, en: One}
            population: people
            dimensions:
              - {id: year}
              - id: sex
                title: {sv: Kön, en: Sex}
                column: sex
                list: sex
            unit: persons
            notes: {sv: [a], en: [a]}
            source: {sv: a, en: a}
            """;

    @Test
    void aRightDeclarationIsRead() {
        PublishedTable table = read(TABLE).find("one").orElseThrow();

        assertThat(table.columns()).containsExactly("year", "sex");
        assertThat(table.title().en()).isEqualTo("One");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    population: people   | population: nobody                | 4  | unknown population nobody
                    column: sex          | column: person_id                 | 9  | unknown column person_id
                    column: sex          | column: "sex; drop table x"       | 9  | unknown column
                    list: sex            | list: gender                      | 10 | unknown code list gender
                    unit: persons        | unit: apples                      | 11 | unknown unit apples
                    - {id: year}         | - {id: year, total: true}         | 6  | unknown key 'total'
                    order: 1             | order: first                      | 2  | a whole number is needed here
                    order: 1             | order: 1\\norder: 2               | 3  | 'order' stands here twice
                    unit: persons        | units: persons                    | 1  | unknown key 'units'
                    en: [a]}             | en: [a, b]}                       | 12 | every note stands in both languages
                    id: one              | id: two                           | 1  | stands in a file of its own name
                    column: sex          | column: sex\\n    total: maybe     | 10 | true or false is needed here
                    id: sex              | id: year                          | 7  | unknown key 'title'
                    unit: persons        | unit: [                           | 13 | expected
                    id: one              | id: "one'; --"                    | 1  | an id is
                    """)
    void aWrongDeclarationIsRefusedWithItsPlace(String right, String wrong, int line, String message) {
        String broken = TABLE.replace(right, wrong.replace("\\n", "\n"));

        assertThat(broken).isNotEqualTo(TABLE);
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageStartingWith("tables/one.yaml:" + line + ":")
                .hasMessageContaining(message);
    }

    @Test
    void aTagCannotMakeAnObject() {
        String hostile = TABLE.replace("sv: Ett", "sv: !!javax.script.ScriptEngineManager [x]");

        assertThatThrownBy(() -> read(hostile)).isInstanceOf(BrokenDeclaration.class);
    }

    @Test
    void aPopulationCountsNothingItsSourceDoesNotHave() {
        String broken = POPULATION.replace("organisation_kind", "name");

        assertThatThrownBy(() -> new Declarations(List.of(part("populations/people.yaml", broken)), List.of()))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining("populations/people.yaml:5: unknown column name");
    }

    @Test
    void aGroupIsLeftOutUnderADimensionThatIsThereAndPrintsAllItsCodes() {
        String leaving = TABLE.replace(
                "unit: persons",
                "  - {id: case, title: {sv: a, en: a}, leave_out: event_code, from: 10, within: nothing}\nunit: persons");

        assertThatThrownBy(() -> read(leaving))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining("within names no dimension");
        assertThat(read(leaving.replace("nothing", "sex")).find("one")).isPresent();
    }

    @Test
    void everyDeliveredTableIsRead() {
        assertThat(new Declarations().list())
                .extracting(PublishedTable::id)
                .contains("rk_totals", "rk_change", "rk_month")
                .hasSizeGreaterThanOrEqualTo(15);
    }

    private static Declarations read(String table) {
        return new Declarations(
                List.of(part("populations/people.yaml", POPULATION)), List.of(part("tables/one.yaml", table)));
    }

    private static YamlPart part(String name, String text) {
        return YamlPart.read(name, new StringReader(text));
    }
}
