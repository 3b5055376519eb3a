package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The published figures on needs in 2025 come out of the ledger: 895 needs of adults, 266 met by public actors, 498 by
/// civil society, and every kind of need by itself.
class NeedsReportTests {

    private static final List<Row> ADULTS = Register.reference("needs/civil_adults_2025.csv");
    private static final List<Row> CHILDREN = Register.reference("needs/civil_children_2025.csv");

    private static Register register;

    @BeforeAll
    static void writeTheSurveyIntoTheLedger() {
        register = new Register();
        SurveyLedger.load(register, ADULTS, CHILDREN);
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @ParameterizedTest
    @CsvSource({
        "adult, identified, 895",
        "adult, met_by_authority, 266",
        "adult, met_by_civil_society, 498",
        "adult, met_total, 764",
        "child, identified, 235",
        "child, met_by_authority, 108"
    })
    void thePrintedTotalsComeOutOfTheLedger(String ageGroup, String measure, String value) {
        assertThat(values("needs_total")).containsEntry(List.of("2025", ageGroup, measure), value);
    }

    /// The other tables were counted from the same records by another program.
    @ParameterizedTest
    @CsvSource({
        "needs_by_type, civil_needs",
        "needs_total, civil_needs_total",
        "needs_total_share, civil_needs_total",
        "needs_coverage, civil_coverage"
    })
    void everyCellEqualsTheOneComputedElsewhere(String ours, String theirs) {
        Map<List<String>, String> computed = values(ours);
        List<Row> expected = Register.reference("needs/" + theirs + ".csv").stream()
                .filter(row -> computed.containsKey(codes(row)))
                .toList();

        assertThat(expected).hasSizeGreaterThanOrEqualTo(6);
        assertThat(expected).allSatisfy(row -> assertThat(computed).containsEntry(codes(row), row.get("value")));
        assertThat(computed.keySet().stream().filter(codes -> !codes.getLast().startsWith("met_by_nobody")))
                .isSubsetOf(expected.stream().map(NeedsReportTests::codes).toList());
    }

    @Test
    void whatNobodyMetIsCountedWithoutTheOverlap() {
        assertThat(values("needs_total"))
                .containsEntry(List.of("2025", "adult", "met_by_nobody"), "174")
                .containsEntry(List.of("2025", "child", "met_by_nobody"), "16");
        assertThat(values("needs_per_person"))
                .containsEntry(List.of("2025", "adult", "needs_per_person"), "2.65")
                .containsEntry(List.of("2025", "child", "needs_per_person"), "3.79");
    }

    /// Who had a measure and said when; a week ends with its seventh day and a month with the same day of the next.
    @ParameterizedTest
    @ValueSource(strings = {"within_week", "within_month", "longer"})
    void theFirstHelpFallsIntoItsClass(String time) {
        assertThat(values("needs_first_help"))
                .containsEntry(List.of("2025", "adult", time), helped(ADULTS, time))
                .containsEntry(List.of("2025", "child", time), helped(CHILDREN, time));
    }

    @Test
    void everybodyWithANeedIsInOneOfTheFourClasses() {
        int people = values("needs_first_help").values().stream()
                .mapToInt(Integer::parseInt)
                .sum();

        assertThat(people).isEqualTo((int) Stream.of(ADULTS, CHILDREN)
                .flatMap(Collection::stream)
                .filter(row -> !row.get("needs").isEmpty())
                .count());
    }

    /// The twin: whoever counts measures instead of needs does not get the published figures.
    @Test
    void countingMeasuresInsteadOfNeedsWouldBeNoticed() {
        UUID helped = register.sql()
                .fetchSingle("select id from needs.need where met_by_authority and route = 'adult' limit 1")
                .get(0, UUID.class);
        UUID second = UUID.randomUUID();
        register.sql().execute("""
                        insert into needs.measure (id, need_id, sector, result, noted_at, noted_organisation)
                        select ?, n.id, 'REGION', 'ongoing', now(), n.holder from needs.need n where n.id = ?
                        """, second, helped);
        try {
            assertThat(values("needs_total")).containsEntry(List.of("2025", "adult", "met_by_authority"), "266");
            assertThat(values("needs_measures").entrySet().stream()
                            .filter(cell -> cell.getKey().get(1).equals("adult")
                                    && !cell.getKey().get(3).equals("CIVIL_SOCIETY"))
                            .mapToInt(cell -> Integer.parseInt(cell.getValue()))
                            .sum())
                    .isEqualTo(267);
        } finally {
            register.sql().execute("delete from needs.measure where id = ?", second);
        }
    }

    /// The twin: whoever lays "all of the above" on every kind of need does not get 895.
    @Test
    void layingAllOfTheAboveOnEachKindWouldBeNoticed() {
        int kinds = 14;
        int all = Integer.parseInt(values("needs_by_type").get(List.of("2025", "adult", "all_of_above", "identified")));

        int spread = values("needs_spread").entrySet().stream()
                .filter(cell -> cell.getKey().get(1).equals("adult")
                        && cell.getKey().get(3).equals("identified"))
                .mapToInt(cell -> Integer.parseInt(cell.getValue()))
                .sum();

        assertThat(all).isEqualTo(37);
        assertThat(spread).isEqualTo(895 - all + all * kinds);
        assertThat(values("needs_spread"))
                .containsEntry(List.of("2025", "adult", "legal_advice", "identified"), String.valueOf(172 + all));
    }

    @Test
    void regionsAddUpToTheCountry() {
        assertThat(values("needs_unmet_region").entrySet().stream()
                        .filter(cell -> cell.getKey().getLast().equals("identified"))
                        .mapToInt(cell -> Integer.parseInt(cell.getValue()))
                        .sum())
                .isEqualTo(895 + 235);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"needs_by_type", "needs_first_help", "needs_measures", "needs_spread", "needs_unmet_region"})
    void nobodySeesNothing(String id) {
        assertThat(Register.evaluate(register.database().statistics(false), register.table(id), Selection.ALL))
                .isEmpty();
        assertThat(Register.evaluate(register.database().application(""), register.table(id), Selection.ALL))
                .isEmpty();
    }

    @Test
    void anOrganisationSeesTheNeedsOfItsOwnCasesOnly() {
        List<Cell> own = Register.evaluate(
                register.database().application(Register.office("ORG-01").toString()),
                register.table("needs_total"),
                Selection.ALL);
        long answers = Stream.of(ADULTS)
                .flatMap(Collection::stream)
                .filter(row -> row.get("reporting_organisation").equals("ORG-01")
                        && !row.get("needs").isEmpty())
                .mapToLong(row -> row.get("needs").split(";").length)
                .sum();

        assertThat(own).anySatisfy(cell -> {
            assertThat(cell.codes()).isEqualTo(List.of("2025", "adult", "identified"));
            assertThat(cell.printed()).isEqualTo(String.valueOf(answers));
        });
    }

    private static String helped(List<Row> rows, String time) {
        return String.valueOf(rows.stream()
                .filter(row -> row.get("time_to_support").equals(time))
                .filter(row -> !(row.get("met_by_authority") + row.get("met_by_civil_society")).isEmpty())
                .count());
    }

    /// Year, age group, then what further columns there are: as our tables name them.
    private static List<String> codes(Row row) {
        return row.columns().stream()
                .filter(column -> !List.of("table_id", "unit", "value").contains(column))
                .map(column -> row.get(column).equals("needs_met_by_nobody") ? "met_by_nobody" : row.get(column))
                .toList();
    }

    private static Map<List<String>, String> values(String id) {
        return register.national(id).stream().collect(Collectors.toMap(Cell::codes, Cell::printed));
    }
}
