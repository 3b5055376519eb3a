package se.ledfyr.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.personas.Personas;
import se.ledfyr.statistics.PrintedFigures;
import se.ledfyr.statistics.PrintedSheet;
import se.ledfyr.statistics.PublishedTables;

/// Printed figures beside computed ones: who may keep them, and that the computed one is never replaced.
@HouseTest
class PrintedPagesTests {

    private static final String SHEET = """
            table_id;year;unit;value
            amp_totals;1999;persons;30
            """;

    @Autowired
    private PrintedFigures printed;

    @Autowired
    private PublishedTables tables;

    @Test
    void aPrintedFigureStandsBesideTheComputedOneAndReplacesNothing() throws Exception {
        Personas.NATIONAL_STATISTICIAN.acting().call(() -> {
            var before = tables.cells("amp_totals", se.ledfyr.statistics.Selection.ALL);
            printed.keep(PrintedSheet.read(SHEET), "A report of 1999");

            assertThat(printed.differing(table())).anySatisfy(each -> {
                assertThat(each.codes()).containsExactly("1999");
                assertThat(each.printed()).isEqualByComparingTo("30");
                assertThat(each.computed())
                        .as("nobody was granted anything then")
                        .isNull();
                assertThat(each.source()).isEqualTo("A report of 1999");
            });
            assertThat(tables.cells("amp_totals", se.ledfyr.statistics.Selection.ALL))
                    .isEqualTo(before);
            return true;
        });
    }

    @Test
    void onlyWhoReadsTheCountryKeepsAndCompares() throws Exception {
        PrintedSheet sheet = PrintedSheet.read(SHEET);
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> printed.keep(sheet, "nobody"));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> Personas.NORD_STATISTICIAN.acting().run(() -> printed.keep(sheet, "own office")));
        assertThat(Personas.NORD_STATISTICIAN.acting().call(() -> printed.beside(sheet)))
                .as("a report is about the country, an office sees its own")
                .isEmpty();
    }

    @Test
    void aSheetOfNoTableOfOursIsNotKept() {
        PrintedSheet other = PrintedSheet.read("table_id,year,region,unit,value\namp_totals,2022,nord,persons,1\n");
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> Personas.NATIONAL_STATISTICIAN.acting().run(() -> printed.keep(other, "x")));
    }

    private se.ledfyr.statistics.PublishedTable table() {
        return tables.list().stream()
                .filter(table -> table.id().equals("amp_totals"))
                .findFirst()
                .orElseThrow();
    }
}
