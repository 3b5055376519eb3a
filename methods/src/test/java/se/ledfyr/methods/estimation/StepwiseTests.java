package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The path of the selection, step by step, against the published program.
class StepwiseTests {

    static final List<String> TABLES = Reference.TABLES;

    @ParameterizedTest
    @FieldSource("TABLES")
    void takesThePublishedStepsInTheirOrder(String name) {
        CaptureTable table = Reference.table(name);
        List<Reference.Row> rows = Reference.rows("fixtures/stepwise_path.csv").stream()
                .filter(row ->
                        row.get("dataset").equals(name) && !row.get("step").equals("0"))
                .toList();
        List<Stepwise.Step> steps = new Stepwise(0.1).steps(table.counts());
        assertThat(steps).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Reference.Row row = rows.get(i);
            Stepwise.Step step = steps.get(i);
            assertThat(step.pair())
                    .isEqualTo(Reference.pairs(table, row.get("pair")).getFirst());
            assertThat(step.overlap()).isEqualTo(Long.parseLong(row.get("n_star")));
            near(step.expected(), row.get("expected"));
            near(step.probability(), row.get("p_value"));
            near(step.choice().total(), row.get("N_after"));
        }
    }

    private static void near(double found, String expected) {
        double value = Double.parseDouble(expected);
        assertThat(found).isCloseTo(value, within(Math.abs(value) * 1e-6));
    }

    @Test
    void withoutAThresholdTheListsStayIndependent() {
        CaptureTable table = Reference.table("UKdat_5");
        assertThat(new Stepwise(0).estimate(table).model()).isEqualTo(Model.mainEffects(5));
    }

    @Test
    void withTheWholeThresholdEveryPairEntersIfItMay() {
        assertThat(new Stepwise(1).estimate(Reference.table("UKdat_5")).model()).isEqualTo(Model.allPairs(5));
        // Here all pairs cannot be estimated together; the walk goes as far as it can.
        Outcome walked = new Stepwise(1).estimate(Reference.table("Artificial_3"));
        assertThat(walked).isInstanceOf(Estimate.class);
        assertThat(walked.model()).isNotEqualTo(Model.allPairs(3));
    }

    @Test
    void twoListsHaveNoPairToAdd() {
        CaptureTable two = CaptureTable.of(
                List.of("A", "B"), List.of(new Captured(1, 80), new Captured(2, 30), new Captured(3, 20)));
        Estimate found = (Estimate) new Stepwise(0.5).estimate(two);
        // Lincoln and Petersen: 100 · 50 / 20.
        assertThat(found.total()).isCloseTo(250, within(1e-9));
    }

    /// The twin: doubled tails, as in a two-sided test, would stop earlier on the HIV table.
    @Test
    void doubledTailsWouldWalkAnotherPath() {
        CaptureTable table = Reference.table("HIV");
        List<Stepwise.Step> steps = new Stepwise(0.05).steps(table.counts());
        assertThat(steps).isNotEmpty();
        assertThat(steps.getFirst().probability()).isLessThan(0.05);
        assertThat(2 * steps.getFirst().probability()).isGreaterThan(0.05);
    }
}
