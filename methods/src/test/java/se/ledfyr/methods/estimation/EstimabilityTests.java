package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every hierarchical model of every reference table, checked exactly as by the published program.
class EstimabilityTests {

    static final List<String> TABLES = Reference.TABLES;

    private static int code(CaptureTable table, Model model) {
        return EstimabilityCheck.of(Reduced.of(table.counts(), model)).code();
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void everyModelHasItsPublishedCode(String name) {
        CaptureTable table = Reference.table(name);
        int lists = table.lists().size();
        Map<Model, Integer> failing = new HashMap<>();
        Reference.rows("fixtures/identifiability_failing_models.csv").stream()
                .filter(row -> row.get("dataset").equals(name))
                .forEach(
                        row -> failing.put(Reference.model(lists, row.get("model")), Integer.valueOf(row.get("code"))));
        List<Model> models = Families.hierarchical(lists, lists - 1);
        assertThat(models).hasSize(lists == 3 ? 8 : lists == 4 ? 113 : 6893);
        for (Model model : models) {
            assertThat(code(table, model)).as(model.toString()).isEqualTo(failing.getOrDefault(model, 0));
        }
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void modelsOfPairsFailAsOftenAsPublished(String name) {
        CaptureTable table = Reference.table(name);
        Reference.Row row = Reference.rows("fixtures/identifiability_counts.csv").stream()
                .filter(counts -> counts.get("dataset").equals(name))
                .findFirst()
                .orElseThrow();
        long[] codes = new long[4];
        Families.ofPairs(table.lists().size()).forEach(model -> codes[code(table, model)]++);
        assertThat(codes)
                .containsExactly(count(row, "ok"), count(row, "no_MLE"), count(row, "not_ident"), count(row, "both"));
    }

    private static long count(Reference.Row row, String column) {
        return Long.parseLong(row.get(column));
    }

    /// The shortcut must never say yes where the full check says no.
    @ParameterizedTest
    @FieldSource("TABLES")
    void theShortcutIsNeverWrong(String name) {
        CaptureTable table = Reference.table(name);
        int lists = table.lists().size();
        for (Model model : Families.hierarchical(lists, lists - 1)) {
            Reduced reduced = Reduced.of(table.counts(), model);
            if (EstimabilityCheck.isFineAtOnce(reduced)) {
                assertThat(code(table, model)).isZero();
            }
        }
    }

    @Test
    void whatFailsIsRefusedInWordsAndGetsNoNumber() {
        CaptureTable artificial = Reference.table("Artificial_3");
        CaptureTable western = Reference.table("Western");
        List<Outcome> outcomes = List.of(
                new FixedModel(Model.allPairs(3)).estimate(artificial),
                new FixedModel(Reference.model(3, "[12,3]")).estimate(artificial),
                new FixedModel(Reference.model(5, "[134,145,23,24]")).estimate(western));
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.text())
                                        .contains("unseen people")
                                        .isEqualTo(refusal.estimability().text())));
    }

    /// The twin: Newton's method alone, without the check, runs off on these and gives a number as the
    /// peers do (Rcapture: 1.4e13 for Artificial_3).
    @Test
    void withoutTheCheckANumberWouldComeOut() {
        CaptureTable artificial = Reference.table("Artificial_3");
        Model model = Reference.model(3, "[12,3]");
        Choice blind = Choice.of(model, Reduced.of(artificial.counts(), model), Estimability.FINE);
        assertThat(blind.fit() == null || blind.total() > 1e9).isTrue();
        assertThat(Choice.of(artificial.counts(), model).total()).isNaN();
    }

    @Test
    void listsThatNeverMeetAreRefused() {
        CaptureTable apart = CaptureTable.of(
                List.of("A", "B", "C"), List.of(new Captured(1, 40), new Captured(2, 30), new Captured(4, 20)));
        assertThat(new FixedModel(Model.mainEffects(3)).estimate(apart)).isInstanceOf(Refusal.class);
        assertThat(new Stepwise(0.02).estimate(apart)).isInstanceOf(Refusal.class);
    }
}
