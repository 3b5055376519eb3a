package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
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

/// The published figures on the legal process in 2025 come out of legal files: 143 answers on status,
/// 35 convictions, with and without the group case.
class LegalTablesTests {

    private static final List<Row> ADULTS = Register.reference("needs/civil_adults_2025.csv").stream()
            .filter(row -> row.get("exposure").equals("direct"))
            .toList();

    private static final List<Row> CHILDREN = Register.reference("needs/civil_children_2025.csv");

    private static final String WITHOUT = "without:" + LegalSurvey.EVENT;

    private static Register register;

    @BeforeAll
    static void writeTheSurveyIntoLegalFiles() {
        register = new Register();
        LegalSurvey.load(register, ADULTS, CHILDREN);
    }

    @AfterAll
    static void close() {
        register.close();
    }

    /// The other tables were counted from the same records by another program.
    @ParameterizedTest
    @CsvSource({
        "legal_status, civil_legal_status, 30",
        "legal_crimes, civil_crimes, 36",
        "legal_convicted_for, civil_convicted_for, 8"
    })
    void everyCellEqualsTheOneComputedElsewhere(String ours, String theirs, int cells) {
        Map<List<String>, String> computed = values(ours);
        List<Row> expected = Register.reference("legal/" + theirs + ".csv");

        assertThat(expected).hasSize(cells);
        assertThat(expected).allSatisfy(row -> assertThat(computed).containsEntry(codes(row), row.get("value")));
        assertThat(computed.keySet()).hasSize(cells);
    }

    @Test
    void thePrintedFiguresAreAmongThem() {
        assertThat(values("legal_status"))
                .containsEntry(List.of("2025", "all", "all", "answers"), "143")
                .containsEntry(List.of("2025", "all", "investigation_closed", "percent"), "32.2")
                .containsEntry(List.of("2025", "without:ASELE-2023", "conviction", "answers"), "5");
        assertThat(values("legal_crimes"))
                .containsEntry(List.of("2025", "all", "several", "persons"), "39")
                .containsEntry(List.of("2025", "all", "several", "percent"), "11.0")
                .containsEntry(List.of("2025", "without:ASELE-2023", "human_exploitation", "percent"), "34.0");
    }

    @Test
    void rightsAreSharesOfThoseWhoAnsweredYesOrNoWithAndWithoutTheGroup() {
        Map<List<String>, String> rights = values("legal_rights");

        assertThat(Register.reference("legal/civil_rights.csv"))
                .hasSize(6)
                .allSatisfy(row -> assertThat(rights)
                        .containsEntry(
                                List.of(
                                        "2025",
                                        "all_rights",
                                        row.get("case").replace("asele_2023", LegalSurvey.EVENT),
                                        row.get("measure"),
                                        row.get("unit")),
                                row.get("value")));
        assertThat(rights).containsEntry(List.of("2025", "interpreter", "all", "answered", "persons"), "0");
    }

    /// Thirty of the group answered on the whole and one on the interpreter: leaving the group out there would tell
    /// what that one said, and counting answers instead of persons would take ten rights of one for ten people.
    @Test
    void aGroupIsLeftOutOnlyUnderRightsOnWhichEnoughOfItAnswered() {
        UUID one = grouped().findFirst().orElseThrow();
        answer("interpreter", List.of(one));
        try {
            assertThat(values("legal_rights").keySet())
                    .filteredOn(codes -> codes.get(2).startsWith("without:"))
                    .hasSize(3)
                    .allSatisfy(codes -> assertThat(codes.get(1)).isEqualTo("all_rights"));
            answer("interpreter", grouped().skip(1).limit(8).toList());
            assertThat(values("legal_rights"))
                    .as("nine")
                    .containsEntry(List.of("2025", "interpreter", "all", "met", "persons"), "9")
                    .doesNotContainKey(List.of("2025", "interpreter", WITHOUT, "met", "persons"));
            answer("interpreter", grouped().skip(9).limit(1).toList());
            assertThat(values("legal_rights"))
                    .as("ten, and nobody else: the line is there with zeros")
                    .containsEntry(List.of("2025", "interpreter", WITHOUT, "met", "persons"), "0")
                    .containsEntry(List.of("2025", "interpreter", "all", "met_share", "percent"), "100.0");
        } finally {
            register.sql().execute("delete from justice.right_answer where right_code = 'interpreter'");
        }
    }

    /// One of the ten children who are exposed themselves; the other program counted it from the same records.
    @Test
    void aChildIsCountedWithAPoliceReportOfItsOwnAndInNoTableOfAdults() {
        assertThat(values("legal_children"))
                .isEqualTo(Map.of(
                        List.of("2025", "all_children", "children"), "62",
                        List.of("2025", "own_police_report", "children"), "1"));
        Map<List<String>, String> adults = values("legal_status");
        register.sql().execute("update casework.case_file set route = 'adult' where route = 'child'");
        try {
            assertThat(values("legal_children").values()).as("the twin").doesNotContain("62", "1");
        } finally {
            register.sql().execute("update casework.case_file set route = 'child' where id = any (?)", (Object)
                    CHILDREN.stream()
                            .map(row -> UUID.fromString(row.get("person_id")))
                            .toArray(UUID[]::new));
        }
        assertThat(values("legal_status")).isEqualTo(adults);
    }

    /// The twin: percent of persons is another number.
    @Test
    void percentOfPersonsInsteadOfAnswersWouldBeNoticed() {
        long people = ADULTS.stream()
                .filter(row -> !row.get("legal_status").isEmpty())
                .count();
        assertThat(people).isLessThan(143);
        assertThat(share(46, people)).isNotEqualTo("32.2");
        assertThat(share(46, 143))
                .isEqualTo(values("legal_status").get(List.of("2025", "all", "investigation_closed", "percent")));
        assertThat(share(81, ADULTS.size()))
                .isNotEqualTo(values("legal_crimes").get(List.of("2025", "all", "human_exploitation", "percent")));
        assertThat(share(39, 180)).as("several crimes in percent of answers").isNotEqualTo("11.0");
    }

    /// The twin: when the group is not left out, everything stays as it was.
    @Test
    void aGroupThatIsNotLeftOutWouldBeNoticed() {
        Map<List<String>, String> status = values("legal_status");
        register.sql().execute("update casework.case_file set found_together = null");
        try {
            assertThat(values("legal_status").keySet())
                    .noneMatch(codes -> codes.get(1).startsWith("without:"));
        } finally {
            restoreTheGroup();
        }
        assertThat(values("legal_status")).isEqualTo(status);
        assertThat(status.get(List.of("2025", "without:ASELE-2023", "all", "answers")))
                .isNotEqualTo(status.get(List.of("2025", "all", "all", "answers")));
    }

    /// Leaving out nine would tell what is known of nine.
    @Test
    void aSmallGroupIsNeverLeftOut() {
        List<UUID> most = grouped().skip(9).toList();
        register.sql().execute("update casework.case_file set found_together = null where id = any (?)", (Object)
                most.toArray(UUID[]::new));
        try {
            assertThat(values("legal_status").keySet())
                    .noneMatch(codes -> codes.get(1).startsWith("without:"));
        } finally {
            restoreTheGroup();
        }
    }

    @Test
    void whatChangedAfterTheEndOfTheYearChangesTheNextYearOnly() {
        UUID report = register.sql()
                .fetchSingle("select report_id from justice.status_entry where status = 'prosecuted'")
                .get(0, UUID.class);
        register.sql().execute("""
                insert into justice.status_entry (id, case_id, organisation, report_id, status, since_on, noted_at)
                select gen_random_uuid(), case_id, organisation, id, 'conviction', date '2026-01-01', now()
                from justice.report where id = ?
                """, report);
        try {
            assertThat(values("legal_status"))
                    .containsEntry(List.of("2025", "all", "prosecuted", "answers"), "1")
                    .containsEntry(List.of("2025", "all", "conviction", "answers"), "35");
            assertThat(values("legal_status", 2026))
                    .containsEntry(List.of("2026", "all", "prosecuted", "answers"), "0")
                    .containsEntry(List.of("2026", "all", "conviction", "answers"), "36");
        } finally {
            register.sql().execute("delete from justice.status_entry where since_on = date '2026-01-01'");
            register.sql().execute("update justice.status_entry set until_on = null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal_status", "legal_crimes", "legal_convicted_for", "legal_rights", "legal_children"})
    void nobodySeesNothing(String id) {
        assertThat(Register.evaluate(register.database().statistics(false), register.table(id), Selection.ALL))
                .isEmpty();
        assertThat(Register.evaluate(register.database().application(""), register.table(id), Selection.ALL))
                .isEmpty();
    }

    @Test
    void anOrganisationCountsItsOwnFilesOnly() {
        long own = ADULTS.stream()
                .filter(row -> row.get("reporting_organisation").equals("ORG-01"))
                .flatMap(row -> Arrays.stream(row.get("legal_status").split(";")))
                .filter(status -> !status.isEmpty())
                .count();

        assertThat(Register.evaluate(
                        register.database()
                                .application(Register.office("ORG-01").toString()),
                        register.table("legal_status"),
                        Selection.ofYear(2025)))
                .anySatisfy(cell -> {
                    assertThat(cell.codes()).isEqualTo(List.of("2025", "all", "all"));
                    assertThat(cell.printed()).isEqualTo(String.valueOf(own));
                });
    }

    private static void answer(String right, List<UUID> people) {
        register.sql().execute("""
                insert into justice.right_answer (case_id, organisation, right_code, answer, answered_at)
                select f.case_id, f.organisation, ?, 'yes', now() from justice.legal_file f where f.case_id = any (?)
                """, right, people.toArray(UUID[]::new));
    }

    private static Stream<UUID> grouped() {
        return ADULTS.stream()
                .filter(row -> !row.get("group_case").isEmpty())
                .map(row -> UUID.fromString(row.get("person_id")));
    }

    private static void restoreTheGroup() {
        register.sql()
                .execute(
                        "update casework.case_file c set found_together = e.id from casework.event e where e.organisation = c.opened_by_organisation and c.id = any (?)",
                        (Object) grouped().toArray(UUID[]::new));
    }

    private static String share(long part, long whole) {
        return BigDecimal.valueOf(part * 100)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /// What leads to a value in the other program's table, with the group by the name of its event
    /// here.
    private static List<String> codes(Row row) {
        return Stream.concat(
                        row.columns().stream()
                                .filter(column ->
                                        !List.of("table_id", "unit", "value").contains(column))
                                .map(row::get),
                        Stream.of(row.get("unit")))
                .map(code -> code.replace("asele_2023", LegalSurvey.EVENT))
                .toList();
    }

    private static Map<List<String>, String> values(String id) {
        return values(id, 2025);
    }

    private static Map<List<String>, String> values(String id, int year) {
        return register.national(id, Selection.ofYear(year)).stream()
                .collect(Collectors.toMap(
                        cell -> Stream.concat(
                                        cell.codes().stream(),
                                        Stream.of(cell.unit().inFiles()))
                                .toList(),
                        Cell::printed));
    }
}
