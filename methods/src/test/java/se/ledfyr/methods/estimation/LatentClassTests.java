package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against LCMCR with 50 chains of 40,000 sweeps, where its chains agree.
class LatentClassTests {

    private static final Provenance SOME = new Provenance("", 1, "", OptionalLong.empty());

    private static LatentClassPosterior sampled(String table, int chains, int draws, double ceiling)
            throws InterruptedException {
        return new LatentClassSampler(10, chains, 2000, draws, 10, ceiling, 1, 2)
                .on(Reference.table(table), Progress.NONE);
    }

    /// Medians within 3 %, the ends of the interval within 6 %: chains that long move by about 1 % among
    /// themselves.
    @ParameterizedTest
    @ValueSource(strings = {"MY3", "NewOrl_5", "Western", "Artificial_3"})
    void mediansAndLimitsAreAsPublished(String name) throws InterruptedException {
        Reference.Row row = Reference.rows("reference.csv").stream()
                .filter(any -> any.get("package").startsWith("LCMCR")
                        && any.get("dataset").equals(name))
                .findFirst()
                .orElseThrow();
        LatentClassPosterior found = sampled(name, 8, 1500, LatentClassSampler.USUAL_CEILING);
        assertThat(found.disagreement()).isLessThan(1.05);
        Interval limits = (Interval) found.limits(0.95);
        assertThat(found.median()).isCloseTo(row.number("estimate"), within(0.03 * row.number("estimate")));
        assertThat(limits.lower()).isCloseTo(row.number("lower"), within(0.06 * row.number("lower")));
        assertThat(limits.upper()).isCloseTo(row.number("upper"), within(0.06 * row.number("upper")));
    }

    /// The twin: a low ceiling, hidden as in the published program, would move the answer unseen.
    @Test
    void anotherCeilingWouldBeSeen() throws InterruptedException {
        LatentClassPosterior low = sampled("Artificial_3", 4, 500, 2);
        assertThat(((Interval) low.limits(0.95)).upper())
                .isLessThanOrEqualTo(3 * 96)
                .isLessThan(0.94 * 824);
        assertThat(low.ceiling()).isEqualTo(2);
    }

    /// On the British lists the chains of the published program do not agree either (R-hat 1.42).
    @Test
    void theBritishListsGetNoSingleNumber() throws InterruptedException {
        LatentClassPosterior found = sampled("UKdat_5", 8, 1000, LatentClassSampler.USUAL_CEILING);
        assertThat(found.disagreement()).isGreaterThan(LatentClassPosterior.MOST_DISAGREEMENT);
        assertThat(found.limits(0.95)).isInstanceOf(NoLimits.class);
    }

    @Test
    void chainsThatEndApartGiveNoNumber() {
        LatentClassPosterior apart = new LatentClassPosterior(10, 20, List.of(wave(100, 50), wave(200, 50)), SOME);
        assertThat(apart.disagreement()).isGreaterThan(1.1);
        assertThat(apart.limits(0.95)).isInstanceOf(NoLimits.class);
        assertThatIllegalStateException().isThrownBy(apart::median);
    }

    @Test
    void aChainThatDoesNotMoveGivesNoNumber() {
        LatentClassPosterior frozen =
                new LatentClassPosterior(10, 20, Collections.nCopies(3, Collections.nCopies(50, 77.0)), SOME);
        assertThat(frozen.limits(0.95)).isInstanceOf(NoLimits.class);
    }

    @Test
    void chainsThatAgreeGiveOne() {
        LatentClassPosterior alike = new LatentClassPosterior(10, 20, List.of(wave(100, 50), wave(100, 50)), SOME);
        assertThat(alike.disagreement()).isCloseTo(1, within(0.02));
        assertThat(alike.median()).isCloseTo(100, within(5.0));
    }

    private static List<Double> wave(double middle, int draws) {
        return DoubleStream.iterate(0, i -> i + 1)
                .limit(draws)
                .map(i -> middle + 10 * Math.sin(i * 2.4))
                .boxed()
                .toList();
    }

    @Test
    void threadsChangeNoDigit() throws InterruptedException {
        CaptureTable table = Reference.table("MY3");
        LatentClassPosterior one = new LatentClassSampler(10, 3, 100, 50, 2, 20, 7, 1).on(table, Progress.NONE);
        assertThat(new LatentClassSampler(10, 3, 100, 50, 2, 20, 7, 3).on(table, Progress.NONE))
                .isEqualTo(one);
    }
}
