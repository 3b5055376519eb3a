package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSearchTests {

    @Test
    void thereAreAsManyModelsAsThePapersCount() {
        assertThat(Families.hierarchical(3, 2)).hasSize(8);
        assertThat(Families.hierarchical(4, 3)).hasSize(113);
        assertThat(Families.hierarchical(5, 4)).hasSize(6893).doesNotHaveDuplicates();
        assertThat(Families.hierarchical(5, 2)).hasSize(1024);
        assertThat(Families.ofPairs(6)).hasSize(32_768);
    }

    /// The best of all hierarchical models and its BIC, as MultipleSystemsEstimation finds them.
    @Test
    void findsThePublishedWinners() {
        List<Reference.Row> rows = Reference.rows("reference.csv").stream()
                .filter(row -> row.get("options").startsWith("assemble_bic")
                        && row.get("options").contains("checkexist=TRUE"))
                .toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(7);
        for (Reference.Row row : rows) {
            CaptureTable table = Reference.table(row.get("dataset"));
            int lists = table.lists().size();
            int largest = (int) Reference.value(row.get("options"), "maxorder");
            List<BestModel.Ranked> ranking =
                    new BestModel(Criterion.BIC, Families.hierarchical(lists, largest)).ranking(table);
            BestModel.Ranked best = ranking.getFirst();
            double expected = Double.parseDouble(row.get("estimate"));
            assertThat(best.model()).as(row.toString()).isEqualTo(Reference.model(lists, row.get("model")));
            assertThat(best.total()).isCloseTo(expected, within(expected * 1e-6));
            assertThat(best.value()).isCloseTo(Reference.value(row.get("extra"), "BIC"), within(1e-5));
            assertThat(ranking).hasSize((int) Reference.value(row.get("extra"), "models_admissible"));
        }
    }

    @Test
    void downhillEndsWhereThePublishedSearchEnds() {
        List<Reference.Row> rows = Reference.rows("reference.csv").stream()
                .filter(row -> row.get("options").startsWith("downhill_fit"))
                .toList();
        assertThat(rows).isNotEmpty();
        for (Reference.Row row : rows) {
            CaptureTable table = Reference.table(row.get("dataset"));
            int largest = (int) Reference.value(row.get("options"), "maxorder");
            Estimate found = (Estimate) new Downhill(Criterion.BIC, largest).estimate(table);
            double expected = Double.parseDouble(row.get("estimate"));
            assertThat(found.total()).as(row.toString()).isCloseTo(expected, within(expected * 1e-6));
        }
    }

    /// The twin of the checks: without them the best AIC of the Western table is a model without any
    /// estimate, and Rcapture prints 4.4e13 for it.
    @Test
    void withoutChecksAModelWithoutEstimateWouldWin() {
        CaptureTable table = Reference.table("Western");
        Model winner = Reference.model(5, "[134,145,23,24]");
        assertThat(new BestModel(Criterion.AIC, Families.hierarchical(5, 4)).ranking(table))
                .noneMatch(ranked -> ranked.model().equals(winner))
                .allMatch(ranked -> ranked.value() > 82.627141);
    }

    @Test
    void whereNoModelCanBeEstimatedTheSearchRefuses() {
        CaptureTable apart = CaptureTable.of(
                List.of("A", "B", "C"), List.of(new Captured(1, 40), new Captured(2, 30), new Captured(4, 20)));
        assertThat(new BestModel(Criterion.BIC, Families.hierarchical(3, 2)).estimate(apart))
                .isInstanceOf(Refusal.class);
        assertThat(new Downhill(Criterion.BIC, 2).estimate(apart)).isInstanceOf(Refusal.class);
    }
}
