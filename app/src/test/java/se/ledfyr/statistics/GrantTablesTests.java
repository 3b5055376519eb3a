package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables of the programmes and of the reflection period come out of the records cell for cell.
class GrantTablesTests {

    private static Register register;

    @BeforeAll
    static void fileTheReferenceYears() {
        register = new Register();
        Grants grants = new Grants(register);
        grants.addAmp(Register.reference("amp_grants.csv"));
        grants.addNsp(Register.reference("nsp_grants.csv"));
        grants.addReflection(Register.reference("reflection_periods.csv"));
    }

    @AfterAll
    static void close() {
        register.close();
    }

    static List<String> tables() {
        return new Declarations()
                .list().stream()
                        .map(PublishedTable::id)
                        .filter(id -> id.matches("(amp|nsp|betanketid)(_.*)?"))
                        .toList();
    }

    @Test
    void everyTableOfTheCatalogueIsDeclared() {
        assertThat(tables())
                .containsExactlyInAnyOrder(
                        "amp_totals",
                        "amp_sex_age",
                        "amp_form",
                        "amp_citizenship",
                        "amp_return",
                        "amp_sector",
                        "amp_group",
                        "nsp_totals",
                        "nsp_form_sex",
                        "nsp_share",
                        "nsp_child_placement",
                        "nsp_child_direct",
                        "nsp_nationality",
                        "nsp_days",
                        "nsp_home_region",
                        "betanketid",
                        "betanketid_applicant");
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

    /// One record changed by hand, and the table must not be the same any more.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amp_sex_age          | programmes.amp_grant      | sex = 'other'",
                "amp_form             | programmes.amp_grant      | forms = '{organ}'",
                "amp_citizenship      | programmes.amp_grant      | citizenship = null",
                "amp_sector           | programmes.amp_grant      | sectors = '{cleaning,massage}'",
                "amp_return           | programmes.amp_grant      | return_country = 'NO'",
                "amp_group            | programmes.amp_grant      | group_case = 'ELSE'",
                "amp_totals           | programmes.amp_grant      | withdrawn_at = now(), withdrawn_reason = 'twice'",
                "nsp_totals           | programmes.nsp_grant      | age_group = 'unknown'",
                "nsp_share            | programmes.nsp_grant      | sex = 'male', forms = '{criminal}'",
                "nsp_form_sex         | programmes.nsp_grant      | forms = '{begging}'",
                "nsp_home_region      | programmes.nsp_grant      | home_region = 'nord'",
                "nsp_nationality      | programmes.nsp_grant      | citizenship = null",
                "nsp_days             | programmes.nsp_grant      | integration_days = integration_days + 1",
                "nsp_child_placement  | programmes.nsp_grant      | age_group = 'child', exposure = 'direct'",
                "nsp_child_direct     | programmes.nsp_grant      | age_group = 'child', exposure = 'direct'",
                "betanketid           | permits.reflection_period | sex = 'other'",
                "betanketid_applicant | permits.reflection_period | via_coordinator = not via_coordinator"
            })
    void oneChangedRecordIsSeen(String id, String where, String change) throws SQLException {
        PublishedTable table = register.table(id);
        try (Connection connection = register.database().connect()) {
            connection.setAutoCommit(false);
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            List<String> before = Register.lines(id, TableEngine.evaluate(sql, table, Selection.ALL));
            assertThat(sql.execute("update %s set %s where id = (%s)".formatted(where, change, anybody(where))))
                    .isEqualTo(1);
            assertThat(Register.lines(id, TableEngine.evaluate(sql, table, Selection.ALL)))
                    .isNotEqualTo(before);
            connection.rollback();
        }
    }

    /// An adult woman with a period of integration, a man exploited for labour in forestry, a case of a social board.
    private static String anybody(String where) {
        return "select id from " + where + " where "
                + switch (where) {
                    case "programmes.amp_grant" ->
                        "forms = '{labour}' and sectors = '{berry_picking}' and sex = 'male'";
                    case "programmes.nsp_grant" ->
                        "age_group = 'adult' and sex = 'female' and integration_days > 0 and home_region is not null";
                    default -> "applicant = 'social_board' and not via_coordinator";
                }
                + " order by id limit 1";
    }

    /// A year in which nobody of a table's kind was granted anything is printed with zeros, not left out.
    @Test
    void aYearWithoutAdultsIsPrintedWithZeros() {
        try (Register other = new Register()) {
            new Grants(other)
                    .addNsp(Register.reference("nsp_grants.csv").stream()
                            .filter(row -> row.get("age_group").equals("child")
                                    || row.get("granted_on").startsWith("2023"))
                            .toList());

            assertThat(other.national("nsp_days", Selection.ofYear(2021)))
                    .hasSize(6)
                    .allSatisfy(cell -> assertThat(cell.printed()).isEqualTo("0"));
            assertThat(other.national("nsp_share", Selection.ofYear(2021)))
                    .hasSize(8)
                    .allSatisfy(cell ->
                            assertThat(cell.printed()).as("nobody to divide by").isEmpty());
        }
    }

    @Test
    void nobodyBoundCountsNothing() {
        assertThat(Register.evaluate(
                        register.database().statistics(false), register.table("amp_totals"), Selection.ALL))
                .isEmpty();
        assertThat(Register.evaluate(
                        register.database().statistics(false), register.table("betanketid"), Selection.ALL))
                .isEmpty();
    }
}
