package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against the R package dga: quantiles are the same points of the grid, means within the six decimals
/// or the eight digits that the files have.
class GraphAveragingTests {

    static List<Reference.Row> published() {
        return Reference.rows("reference.csv").stream()
                .filter(row -> row.get("package").startsWith("dga"))
                .toList();
    }

    private static GraphPosterior posterior(Reference.Row row) {
        CaptureTable table = Reference.table(row.get("dataset"));
        GraphAveraging usual = GraphAveraging.usual(table);
        double pseudoCounts = Reference.value(row.get("options"), "delta");
        List<Long> unseen = row.get("options").contains("grid1000")
                ? usual.unseen()
                : LongStream.rangeClosed(1, 30 * table.observed()).boxed().toList();
        return new GraphAveraging(pseudoCounts, unseen).on(table);
    }

    @Test
    void thereAreAsManyGraphsAsThePapersCount() {
        assertThat(List.of(3, 4, 5, 6))
                .map(lists -> ChordalGraph.all(lists).size())
                .containsExactly(8, 61, 822, 18_154);
    }

    @ParameterizedTest
    @MethodSource("published")
    void quantilesMeansAndGraphsAreAsPublished(Reference.Row row) {
        GraphPosterior found = posterior(row);
        assertThat(found.median()).isEqualTo((long) row.number("estimate"));
        assertThat(found.quantile(0.025)).isEqualTo((long) row.number("lower"));
        assertThat(found.quantile(0.975)).isEqualTo((long) row.number("upper"));
        double mean = Reference.value(row.get("extra"), "mean");
        assertThat(found.mean()).isCloseTo(mean, within(1e-6 + 1e-8 * mean));
        assertThat(cliques(found.graphs().getFirst().cliques())).isEqualTo(cliques(row.get("model")));
        assertThat(found.graphs().getFirst().probability())
                .isCloseTo(Reference.value(row.get("extra"), "best_post"), within(1e-7));
    }

    /// The file has them in another order.
    private static Set<String> cliques(String name) {
        return Set.of(name.substring(1, name.length() - 1).split(","));
    }

    @Test
    void drawnAndSimulatedTablesAsPublished() {
        Map<String, CaptureTable> tables = Reference.fixtures();
        List<Reference.Row> rows = Reference.rows("fixtures/results.csv").stream()
                .filter(row -> row.get("method").equals("dga_median"))
                .toList();
        assertThat(rows).hasSize(45);
        for (Reference.Row row : rows) {
            CaptureTable table = Objects.requireNonNull(tables.get(row.get("table_id")));
            GraphPosterior found = GraphAveraging.usual(table).on(table);
            assertThat(found.median()).as(row.toString()).isEqualTo((long) row.number("N"));
            assertThat(found.quantile(0.025)).isEqualTo((long) row.number("lower95"));
            assertThat(found.quantile(0.975)).isEqualTo((long) row.number("upper95"));
            double mean = Reference.value(row.get("extra"), "mean");
            assertThat(found.mean()).isCloseTo(mean, within(1e-8 * mean));
        }
    }

    /// The twin: other pseudo-counts are seen at once, and the complete graph takes everything.
    @Test
    void withManyPseudoCountsTheAnswerFallsToThoseObserved() {
        CaptureTable table = Reference.table("UKdat_5");
        GraphPosterior usual = GraphAveraging.usual(table).on(table);
        GraphPosterior many = new GraphAveraging(1, GraphAveraging.usual(table).unseen()).on(table);
        assertThat(usual.median()).isGreaterThan(8 * many.median());
        assertThat(many.median()).isEqualTo(2745);
        assertThat(many.graphs().getFirst().cliques()).isEqualTo("[12345]");
    }

    @Test
    void probabilitiesAddToOneAlsoOnLargeTables() {
        CaptureTable large = CaptureTable.of(
                List.of("A", "B", "C"),
                List.of(
                        new Captured(1, 4_000_000),
                        new Captured(2, 3_000_000),
                        new Captured(4, 2_000_000),
                        new Captured(3, 90_000),
                        new Captured(5, 70_000),
                        new Captured(6, 50_000),
                        new Captured(7, 1_000)));
        GraphPosterior found = GraphAveraging.usual(large).on(large);
        assertThat(found.curve().stream()
                        .mapToDouble(GraphPosterior.Point::probability)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(found.mean()).isGreaterThan(large.observed()).isFinite();
    }
}
