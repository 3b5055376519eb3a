package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// 45 tables drawn anew, thinned or simulated, against the R packages, within 1e-6.
class FixtureTests {

    private static final Map<String, CaptureTable> TABLES = Reference.fixtures();

    private static List<Reference.Row> results(String prefix) {
        return Reference.rows("fixtures/results.csv").stream()
                .filter(row -> row.get("method").startsWith(prefix))
                .toList();
    }

    private static CaptureTable table(Reference.Row row) {
        return java.util.Objects.requireNonNull(TABLES.get(row.get("table_id")));
    }

    private static void agrees(Outcome outcome, Reference.Row row) {
        String name = row.get("table_id") + " " + row.get("method");
        if (row.get("N").isBlank() || row.get("N").equals("NA")) {
            assertThat(outcome).as(name).isInstanceOf(Refusal.class);
            return;
        }
        double expected = Double.parseDouble(row.get("N"));
        if (expected > 1e9) {
            // The peer does not check the first model; without any overlap there is no estimate.
            assertThat(outcome).as(name).isInstanceOf(Refusal.class);
            return;
        }
        assertThat(outcome).as(name).isInstanceOf(Estimate.class);
        assertThat(((Estimate) outcome).total()).as(name).isCloseTo(expected, within(expected * 1e-6));
    }

    @Test
    void independentLists() {
        List<Reference.Row> rows = results("main");
        assertThat(rows).hasSize(TABLES.size());
        rows.forEach(row ->
                agrees(new FixedModel(Model.mainEffects(table(row).lists().size())).estimate(table(row)), row));
    }

    @Test
    void allPairsOrTheReasonAgainstThem() {
        for (Reference.Row row : results("alltwolist")) {
            Outcome outcome = new FixedModel(Model.allPairs(table(row).lists().size())).estimate(table(row));
            agrees(outcome, row);
            if (outcome instanceof Refusal refusal && row.get("extra").contains("code=")) {
                assertThat((double) refusal.estimability().code()).isEqualTo(Reference.value(row.get("extra"), "code"));
            }
        }
    }

    @Test
    void stepwiseWithThreeThresholds() {
        List<Reference.Row> rows = results("stepwise_p");
        assertThat(rows).hasSize(3 * TABLES.size());
        for (Reference.Row row : rows) {
            double threshold = Double.parseDouble(row.get("method").substring("stepwise_p".length()));
            Outcome outcome = new Stepwise(threshold).estimate(table(row));
            agrees(outcome, row);
            if (outcome instanceof Estimate estimate) {
                TreeSet<String> published = sorted(row.get("model"));
                published.addAll(sorted(infinite(row)));
                assertThat(letters(estimate.model())).as(row.toString()).isEqualTo(published);
            }
        }
    }

    private static String infinite(Reference.Row row) {
        return row.get("extra").replaceAll(".*neginf=([^;]*).*", "$1");
    }

    private static TreeSet<String> sorted(String pairs) {
        return pairs.isBlank()
                ? new TreeSet<>()
                : new TreeSet<>(Arrays.asList(pairs.strip().split(" ")));
    }

    private static TreeSet<String> letters(Model model) {
        TreeSet<String> pairs = new TreeSet<>();
        for (int set : model.generators()) {
            if (Integer.bitCount(set) == 2) {
                char first = (char) ('A' + Integer.numberOfTrailingZeros(set));
                char second = (char) ('A' + Integer.numberOfTrailingZeros(set & (set - 1)));
                pairs.add("" + first + second);
            }
        }
        return pairs;
    }

    @Test
    void bestBicAmongModelsOfPairs() {
        List<Reference.Row> rows = results("bic_maxorder2");
        assertThat(rows).isNotEmpty();
        for (Reference.Row row : rows) {
            CaptureTable table = table(row);
            Outcome outcome =
                    new BestModel(Criterion.BIC, Families.ofPairs(table.lists().size())).estimate(table);
            agrees(outcome, row);
            // Closer than this, digits decide which of two models is called the better.
            if (outcome instanceof Estimate estimate && Reference.value(row.get("extra"), "gap") > 1e-6) {
                assertThat(estimate.model())
                        .isEqualTo(Reference.model(table.lists().size(), row.get("model")));
                assertThat(estimate.bic()).isCloseTo(Reference.value(row.get("extra"), "BIC"), within(1e-5));
            }
        }
    }
}
