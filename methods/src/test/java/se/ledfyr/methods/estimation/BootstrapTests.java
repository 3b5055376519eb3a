package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The parts of the BCa bootstrap against SparseMSE: what can be exact is within 1e-6, what was drawn
/// is compared as a distribution.
class BootstrapTests {

    static final List<String> TABLES = Reference.TABLES;

    private static final Procedure USUAL = new Stepwise(Stepwise.USUAL_THRESHOLD);

    private static double[] jackknife(CaptureTable table) {
        return table.histories().stream()
                .mapToDouble(row ->
                        USUAL.choose(table.counts().lessOne(row.history())).total())
                .toArray();
    }

    private static double acceleration(CaptureTable table) {
        return Acceleration.of(
                table.histories().stream().mapToLong(Captured::count).toArray(), jackknife(table));
    }

    private static List<Double> stored(String table) {
        return Reference.rows("fixtures/bootreps_stepwise_p0.02_R_seed1234.csv").stream()
                .map(row -> row.number(table))
                .toList();
    }

    private static Bootstrapped ofStored(String name) {
        CaptureTable table = Reference.table(name);
        Estimate estimate = (Estimate) USUAL.estimate(table);
        return new Bootstrapped(estimate, stored(name), 0, acceleration(table), estimate.provenance());
    }

    private static Bootstrapped own(String name, Procedure procedure, int replicates, long seed, int threads)
            throws InterruptedException {
        CaptureTable table = Reference.table(name);
        Estimate estimate = (Estimate) procedure.estimate(table);
        return new Bootstrap(replicates, seed, threads).run(table, procedure, estimate, Progress.NONE);
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void leavingOneOutIsAsPublished(String name) {
        CaptureTable table = Reference.table(name);
        List<Captured> histories = table.histories();
        double[] own = jackknife(table);
        List<Reference.Row> rows = Reference.rows("fixtures/jackknife.csv").stream()
                .filter(row -> row.get("dataset").equals(name))
                .toList();
        assertThat(rows).hasSameSizeAs(histories);
        for (Reference.Row row : rows) {
            int history = Reference.history(row.get("history"));
            int place = Collections.binarySearch(
                    histories.stream().map(Captured::history).toList(), history);
            double expected = row.number("jackknife_N");
            assertThat(own[place]).isCloseTo(expected, within(expected * 1e-6));
        }
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void limitsFromTheStoredReplicatesAreAsPublished(String name) {
        Reference.Row row = Reference.rows("fixtures/bca_expected.csv").stream()
                .filter(any -> any.get("dataset").equals(name))
                .findFirst()
                .orElseThrow();
        Bootstrapped found = ofStored(name);
        assertThat(found.acceleration()).isCloseTo(row.number("ahat"), within(1e-6));
        assertThat(found.bias()).isCloseTo(row.number("z0_of_these_reps"), within(1e-6));
        Interval wide = (Interval) found.bca(0.95);
        Interval narrow = (Interval) found.bca(0.8);
        near(wide.lower(), row.number("L95"));
        near(wide.upper(), row.number("U95"));
        near(narrow.lower(), row.number("L80"));
        near(narrow.upper(), row.number("U80"));
    }

    private static void near(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(Math.abs(expected) * 1e-6));
    }

    @Test
    void nineLevelsOfOneTableAreAsPublished() {
        Bootstrapped found = ofStored("UKdat_5");
        for (Reference.Row row : Reference.rows("fixtures/bca_UKdat_5_expected.csv")) {
            double probability = found.adjusted(row.number("alpha"));
            assertThat(probability).isCloseTo(row.number("adjusted_prob"), within(1e-8));
            near(found.quantile(probability), row.number("limit"));
        }
    }

    /// The twin: with the sign of the acceleration turned, the limits are seen to be wrong.
    @Test
    void aTurnedSignWouldBeSeen() {
        Bootstrapped right = ofStored("Western");
        Bootstrapped wrong =
                new Bootstrapped(right.estimate(), right.totals(), 0, -right.acceleration(), right.provenance());
        assertThat(((Interval) wrong.bca(0.95)).upper())
                .isNotCloseTo(((Interval) right.bca(0.95)).upper(), within(1e-3));
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void ownReplicatesAreSpreadAsThoseOfR(String name) throws InterruptedException {
        Bootstrapped own = own(name, USUAL, 1000, 1, 2);
        // The peer keeps its runaway estimates of tables without overlap; here they are counted.
        List<Double> theirs = stored(name).stream().filter(total -> total < 1e9).toList();
        assertThat(chanceOfDistance(own.totals(), theirs)).isGreaterThan(0.001);
        assertThat(own.without()).isCloseTo(1000 - theirs.size(), within(15));
    }

    /// The twin: replicates that keep the model chosen on the table are spread otherwise.
    @Test
    void withoutChoosingAnewTheSpreadWouldDiffer() throws InterruptedException {
        Model chosen = USUAL.estimate(Reference.table("UKdat_5")).model();
        Bootstrapped broken = own("UKdat_5", new FixedModel(chosen), 1000, 1, 2);
        assertThat(chanceOfDistance(broken.totals(), stored("UKdat_5"))).isLessThan(0.001);
    }

    /// Kolmogorov and Smirnov's test of two samples, with its asymptotic distribution.
    private static double chanceOfDistance(List<Double> one, List<Double> other) {
        double[] a = one.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] b = other.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double distance = 0;
        for (double value : a) {
            // Published to eight digits.
            distance = Math.max(distance, Math.abs(share(a, value * (1 + 1e-7)) - share(b, value * (1 + 1e-7))));
        }
        double size = Math.sqrt((double) a.length * b.length / (a.length + b.length));
        double lambda = (size + 0.12 + 0.11 / size) * distance;
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        return Math.min(1, sum);
    }

    private static double share(double[] sorted, double value) {
        int place = Arrays.binarySearch(sorted, value);
        return (double) (place >= 0 ? place + 1 : -place - 1) / sorted.length;
    }

    /// The spread over seeds of the published program, spec.md section 4.4.
    @Test
    void ownLimitsLieWithinTheSpreadOverSeeds() throws InterruptedException {
        Map<String, double[]> spread = Map.of(
                "UKdat_5", new double[] {8730, 9367, 13955, 15383},
                "NewOrl_5", new double[] {526, 579, 1473, 1543},
                "Kosovo", new double[] {12510, 12596, 16499, 16599});
        Map<String, double[]> width = Map.of(
                "UKdat_5", new double[] {0.07, 0.10},
                "NewOrl_5", new double[] {0.10, 0.05},
                "Kosovo", new double[] {0.01, 0.01});
        for (Map.Entry<String, double[]> table : spread.entrySet()) {
            Interval found = (Interval) own(table.getKey(), USUAL, 2000, 1, 2).bca(0.95);
            double[] ends = table.getValue();
            double[] parts = java.util.Objects.requireNonNull(width.get(table.getKey()));
            // A further seed may lie as far outside the few known ones as these lie apart.
            assertThat(found.lower()).isBetween(ends[0] * (1 - parts[0]), ends[1] * (1 + parts[0]));
            assertThat(found.upper()).isBetween(ends[2] * (1 - parts[1]), ends[3] * (1 + parts[1]));
        }
    }

    @Test
    void threadsChangeNoDigitAndSeedsDo() throws InterruptedException {
        Bootstrapped one = own("MY3", USUAL, 200, 5, 1);
        assertThat(own("MY3", USUAL, 200, 5, 3)).isEqualTo(one);
        assertThat(own("MY3", USUAL, 200, 6, 1).totals()).isNotEqualTo(one.totals());
    }

    @Test
    void theWorkStopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> own("UKdat_5", USUAL, 100_000, 1, 1)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whereLimitsMeanNothingTheReasonIsGiven() {
        Bootstrapped found = ofStored("MY3");
        Bootstrapped few = new Bootstrapped(found.estimate(), found.totals().subList(0, 5), 995, 0, found.provenance());
        assertThat(few.bca(0.95))
                .isInstanceOfSatisfying(
                        NoLimits.class, no -> assertThat(no.text()).contains("5 of 1000"));
        Bootstrapped above = new Bootstrapped(found.estimate(), Collections.nCopies(50, 1e6), 0, 0, found.provenance());
        assertThat(above.bca(0.95)).isInstanceOf(NoLimits.class);
        Bootstrapped fragile = new Bootstrapped(found.estimate(), found.totals(), 0, Double.NaN, found.provenance());
        assertThat(fragile.bca(0.95)).isInstanceOf(NoLimits.class);
    }

    /// 20,000 draws of 1,000 tries at 0.3: the mean lies within 0.4 of 300 (four standard errors), the
    /// variance within 8 of 210.
    @Test
    void drawsAreBinomial() {
        RandomStream stream = new RandomStream(3, 0);
        double[] moments = moments(stream, 0.3);
        assertThat(moments[0]).isCloseTo(300, within(0.41));
        assertThat(moments[1]).isCloseTo(210, within(8.4));
        assertThat(stream.binomial(1_000_000_000L, 0.25)).isCloseTo(250_000_000L, within(100_000L));
    }

    /// The twin: a chance that is off by one in five hundred is seen.
    @Test
    void aSlightlyWrongChanceWouldBeSeen() {
        assertThat(Math.abs(moments(new RandomStream(3, 0), 0.302)[0] - 300)).isGreaterThan(0.41);
    }

    private static double[] moments(RandomStream stream, double chance) {
        double sum = 0;
        double squares = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            double value = stream.binomial(1000, chance);
            sum += value;
            squares += value * value;
        }
        double mean = sum / draws;
        return new double[] {mean, squares / draws - mean * mean};
    }
}
