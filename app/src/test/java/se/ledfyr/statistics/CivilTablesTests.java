package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables of civil society come out of the answers cell for cell, and by the comparison rules of the printed ones.
class CivilTablesTests {

    private static final int TABLES = 29;

    private static Register register;

    @BeforeAll
    static void sendTheReferenceYear() {
        register = new Register();
        CivilSurvey survey = new CivilSurvey(register);
        survey.add("adult-2025", Register.reference("civil_adults_2025.csv"));
        survey.add("child-2025", Register.reference("civil_children_2025.csv"));
    }

    @AfterAll
    static void close() {
        register.close();
    }

    static List<String> tables() {
        return new Declarations()
                .list().stream()
                        .map(PublishedTable::id)
                        .filter(id -> id.startsWith("civil_"))
                        .toList();
    }

    @Test
    void everyTableOfTheCatalogueIsDeclared() {
        assertThat(tables()).hasSize(TABLES);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableEqualsTheOneComputedElsewhere(String id) {
        ReferenceCells.assertEqualsTheOneComputedElsewhere(register, id);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyPrintedCellIsMet(String id) {
        ReferenceCells.assertEveryPrintedCellIsMet(register, id);
    }

    /// The twin: the usual ways to get such a table wrong give another table.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "civil_form          | share_of: form_count       | share_of: identified",
                "civil_crimes        | share_of: crime_count      | share_of: identified",
                "civil_legal_status  | from: 10                   | from: 31",
                "civil_identified_by | within: age_group          | ''",
                "civil_needs_total   | share_of: needs_answered   | ''",
                "civil_needs_total   | sum: met_by_nobody_count   | sum: need_count",
                "civil_rights        | {column: rights_met, stated: true} | {column: identified, above: 0}",
                "civil_origin        | share_of: europe           | ''",
                "civil_began         | population: civil_starts   | population: civil_direct_adults"
            })
    void aTableCountedInTheUsualWrongWayDiffers(String id, String right, String wrong) throws Exception {
        List<YamlPart> populations = List.of(part("populations/" + populationOf(id), "", ""));
        String broken = wrong.equals("''") ? "" : wrong;
        if (id.equals("civil_began")) {
            populations = List.of(part("populations/civil_direct_adults", "", ""));
        }
        YamlPart table = part("tables/" + id, right, broken);
        PublishedTable changed =
                new Declarations(populations, List.of(table)).find(id).orElseThrow();

        assertThat(Register.lines(id, Register.evaluate(register.database().statistics(true), changed, Selection.ALL)))
                .isNotEqualTo(Register.lines(id, register.national(id)));
    }

    private static String populationOf(String id) {
        return register.table(id).content().counted().population().id();
    }

    private static YamlPart part(String file, String from, String to) throws Exception {
        String path = "/statistics/" + file + ".yaml";
        try (var in = Objects.requireNonNull(CivilTablesTests.class.getResourceAsStream(path));
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            String content = text.readAllAsString();
            assertThat(content).contains(from);
            if (from.isEmpty()) {
                return YamlPart.read(file + ".yaml", new StringReader(content));
            }
            return YamlPart.read(
                    file + ".yaml",
                    new StringReader(content.replace(", " + from, to.isEmpty() ? "" : ", " + to)
                            .replace(from, to)));
        }
    }

    /// One answer changed by hand, and the table must not be the same any more.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "civil_sex           | sex           | {\"codes\": [\"other\"]}",
                "civil_persons       | exposure      | {\"codes\": [\"indirect\"]}",
                "civil_contact       | contact       | {\"codes\": [\"carried_over\"]}",
                "civil_form          | forms         | {\"codes\": [\"organ\"]}",
                "civil_origin        | origin_country | {\"known\": false}",
                "civil_needs         | needs         | {\"codes\": [\"escort\"]}",
                "civil_time          | time_to_support | {\"known\": false}",
                "civil_rights        | rights_met    | {\"value\": false}",
                "civil_permits       | permit_granted | {\"value\": true}"
            })
    void oneChangedAnswerIsSeen(String id, String question, String answer) throws Exception {
        PublishedTable table = register.table(id);
        try (Connection connection = register.database().connect()) {
            connection.setAutoCommit(false);
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            List<String> before = Register.lines(id, TableEngine.evaluate(sql, table, Selection.ALL));
            assertThat(sql.execute(
                            "update surveys.contact set answers = jsonb_set(answers, array[?], ?::jsonb) where id = (select id"
                                    + " from surveys.contact where form = 'ADULT' and contact_kind = 'new_2025' and sex = 'female'"
                                    + " and rights_met and origin_country is not null and permit_granted is not true and"
                                    + " time_to_support is not null order by id limit 1)",
                            question,
                            answer))
                    .isEqualTo(1);
            assertThat(Register.lines(id, TableEngine.evaluate(sql, table, Selection.ALL)))
                    .isNotEqualTo(before);
            connection.rollback();
        }
    }

    @Test
    void draftsAndWhatWasStruckAreNotCounted() throws Exception {
        PublishedTable table = register.table("civil_persons");
        try (Connection connection = register.database().connect()) {
            connection.setAutoCommit(false);
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            sql.execute("update surveys.contact set struck_at = now() where form = 'CHILD'");
            sql.execute(
                    "insert into surveys.contact (id, organisation, year, form, edition, definition_hash, answers, begun_at, written_at)"
                            + " select gen_random_uuid(), organisation, year, form, edition, definition_hash, answers, now(), now()"
                            + " from surveys.contact where form = 'ADULT'");

            assertThat(Register.lines("civil_persons", TableEngine.evaluate(sql, table, Selection.ALL)))
                    .contains(
                            "civil_persons,2025,adult,direct,persons,354", "civil_persons,2025,child,direct,persons,0");
            connection.rollback();
        }
    }

    @Test
    void nobodySeesNothing() {
        for (String id : List.of("civil_persons", "civil_needs", "civil_origin")) {
            assertThat(Register.evaluate(register.database().statistics(false), register.table(id), Selection.ALL))
                    .isEmpty();
            assertThat(Register.evaluate(register.database().application(""), register.table(id), Selection.ALL))
                    .isEmpty();
        }
    }

    @Test
    void aMemberCountsItsOwnThePlatformThoseOfItsMembersAndABystanderNothing() {
        assertThat(persons("ORG-01")).isEqualTo(43 + 9);
        assertThat(persons("civila")).isEqualTo(358 + 62);
        assertThat(persons("nord")).isZero();
    }

    private static long persons(String organisation) {
        return Register.evaluate(
                        register.database()
                                .application(Register.office(organisation).toString()),
                        register.table("civil_persons"),
                        Selection.ALL)
                .stream()
                .mapToLong(cell -> Long.parseLong(cell.printed()))
                .sum();
    }
}
