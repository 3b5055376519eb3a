package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published years come out of the register cell for cell.
class ReferenceTests {

    private static Register register;

    @BeforeAll
    static void registerTheReferenceYears() {
        register = new Register();
        register.add(Register.reference("coordinator_registrations.csv"));
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rk_totals",
                "rk_form",
                "rk_sex_age",
                "rk_age",
                "rk_region",
                "rk_region_form",
                "rk_event",
                "rk_referred",
                "rk_sector",
                "rk_began",
                "rk_setting",
                "rk_citizenship",
                "rk_requests",
                "rk_change"
            })
    void everyTableEqualsTheOneComputedElsewhere(String id) {
        List<Row> expected = Register.reference("expected_full/" + id + ".csv");

        assertThat(Register.lines(id, register.national(id)))
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(row -> String.join(",", row.values()))
                        .toList());
        assertThat(expected.getFirst().columns()).containsExactlyElementsOf(TidyCsv.header(register.table(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rk_totals", "rk_form", "rk_sex_age", "rk_age", "rk_event", "rk_referred", "rk_change"})
    void everyPrintedCellIsMet(String id) {
        Map<String, String> ours = new HashMap<>();
        register.national(id)
                .forEach(cell -> ours.put(cell.codes() + cell.unit().inFiles(), cell.printed()));

        assertThat(Register.reference("expected/" + id + ".csv")).isNotEmpty().allSatisfy(row -> {
            List<String> codes =
                    register.table(id).columns().stream().map(row::get).toList();
            assertThat(row.get("compare")).isEqualTo("=");
            assertThat(ours.get(codes + row.get("unit"))).isEqualTo(row.get("value"));
        });
    }

    @Test
    void thePrintedTablesComeOut() {
        assertPrinted("rk_totals", "rk_totals", List.of("year"));
        assertPrinted("rk_exploitation_form", "rk_form", List.of("year", "form"));
        assertPrinted("rk_sex_age", "rk_sex_age", List.of("year", "age_group", "sex"));
        assertPrinted("rk_age_text", "rk_age", List.of("year", "age_group", "sex"));
    }

    /// A cell that the report leaves blank stands for nobody.
    private static void assertPrinted(String file, String id, List<String> columns) {
        Map<List<String>, String> ours = new HashMap<>();
        register.national(id).forEach(cell -> ours.put(cell.codes(), cell.printed()));

        assertThat(Register.reference("printed/" + file + ".csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(
                                ours.get(columns.stream().map(row::get).toList()))
                        .isEqualTo(row.get("persons").isEmpty() ? "0" : row.get("persons")));
    }

    @Test
    void monthsAddUpToTheYears() {
        Map<String, Integer> years = new HashMap<>();
        List<Cell> months = register.national("rk_month");
        months.forEach(cell -> years.merge(cell.codes().getFirst(), Integer.valueOf(cell.printed()), Integer::sum));

        assertThat(years).isEqualTo(Map.of("2021", 490, "2022", 375, "2023", 414));
        assertThat(months).hasSize(36);
    }
}
