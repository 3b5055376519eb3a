package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/// What must hold on every table: random ones of 3 to 5 lists, many of them sparse.
class EstimationPropertyTests {

    private static CaptureTable random(long seed, int lists) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Captured> rows = new ArrayList<>();
        for (int history = 1; history < 1 << lists; history++) {
            int most = 200 >> (2 * Integer.bitCount(history) - 2);
            rows.add(new Captured(history, random.nextInt(most + 2) * (long) random.nextInt(2)));
        }
        rows.add(new Captured(1, 1));
        return CaptureTable.of(names(lists), rows);
    }

    private static List<String> names(int lists) {
        return IntStream.range(0, lists).mapToObj(i -> "L" + i).toList();
    }

    private static CaptureTable permuted(CaptureTable table, List<Integer> order) {
        List<Captured> rows = new ArrayList<>(table.histories().stream()
                .map(row -> new Captured(moved(row.history(), order), row.count()))
                .toList());
        Collections.reverse(rows);
        return CaptureTable.of(table.lists(), rows);
    }

    private static int moved(int set, List<Integer> order) {
        return IntStream.range(0, order.size())
                .filter(i -> (set >> i & 1) == 1)
                .map(i -> 1 << order.get(i))
                .sum();
    }

    @Property(tries = 150)
    void orderOfListsAndRowsChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 3, max = 5) int lists) {
        CaptureTable table = random(seed, lists);
        List<Integer> order = new ArrayList<>(IntStream.range(0, lists).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        CaptureTable other = permuted(table, order);
        for (Model model : List.of(
                Model.mainEffects(lists),
                Model.allPairs(lists),
                Model.mainEffects(lists).with(3))) {
            Model turned = Model.of(
                    lists,
                    model.generators().stream().map(set -> moved(set, order)).toList());
            Choice here = Choice.of(table.counts(), model);
            Choice there = Choice.of(other.counts(), turned);
            assertThat(there.estimability()).isEqualTo(here.estimability());
            if (here.fit() != null) {
                assertThat(there.total()).isCloseTo(here.total(), within(1e-7 * here.total()));
            }
        }
    }

    @Property(tries = 200)
    void everyMarginOfTheModelIsMet(@ForAll long seed, @ForAll @IntRange(min = 3, max = 5) int lists) {
        CaptureTable table = random(seed, lists);
        Choice choice = Choice.of(table.counts(), Model.allPairs(lists));
        PoissonFit fit = choice.fit();
        if (fit != null) {
            for (int term : choice.reduced().finite()) {
                assertThat(fit.fittedMargin(term)).isCloseTo(table.margin(term), within(1e-8 * table.observed()));
            }
        }
    }

    /// An estimate that exists still exists after a pair with overlap has left the model (Chan,
    /// Silverman and Vincent 2021).
    @Property(tries = 200)
    void takingAnOverlappingPairAwayKeepsTheEstimate(@ForAll long seed, @ForAll @IntRange(min = 3, max = 5) int lists) {
        CaptureTable table = random(seed, lists);
        SplittableRandom random = new SplittableRandom(seed + 1);
        List<Integer> pairs =
                Model.pairs(lists).stream().filter(pair -> random.nextBoolean()).toList();
        if (EstimabilityCheck.of(Reduced.of(table.counts(), Model.of(lists, pairs)))
                .exists()) {
            for (int out : pairs) {
                if (table.margin(out) > 0) {
                    List<Integer> fewer =
                            pairs.stream().filter(pair -> pair != out).toList();
                    assertThat(EstimabilityCheck.of(Reduced.of(table.counts(), Model.of(lists, fewer)))
                                    .exists())
                            .isTrue();
                }
            }
        }
    }

    /// A list that repeats another adds nothing and must not look like overlap: with the pair of the two
    /// in the model, either nothing is estimated or both lists together say what one says.
    @Property(tries = 100)
    void aCopiedListIsRefusedOrChangesNothing(@ForAll long seed) {
        CaptureTable table = random(seed, 3);
        List<Captured> rows = table.histories().stream()
                .map(row -> new Captured(row.history() | (row.history() & 1) << 3, row.count()))
                .toList();
        CaptureTable copied = CaptureTable.of(names(4), rows);
        Choice with = Choice.of(copied.counts(), Model.of(4, List.of(1 | 8)));
        Choice without = Choice.of(table.counts(), Model.mainEffects(3));
        assertThat(with.fit() == null || Math.abs(with.total() / without.total() - 1) < 1e-6)
                .isTrue();
    }

    @Property(tries = 100)
    void aSelectionAlwaysEndsInAnEstimateOrARefusal(@ForAll long seed, @ForAll @IntRange(min = 3, max = 5) int lists) {
        CaptureTable table = random(seed, lists);
        Outcome outcome = new Stepwise(0.05).estimate(table);
        if (outcome instanceof Estimate estimate) {
            assertThat(estimate.total())
                    .isGreaterThanOrEqualTo(table.observed())
                    .isFinite();
            assertThat(estimate.wald(0.95).lower()).isGreaterThanOrEqualTo(table.observed());
        } else {
            assertThat(((Refusal) outcome).text()).isNotBlank();
        }
    }

    /// 400 populations of 1,000 people on four lists, two of them dependent, drawn from the very model
    /// that is fitted. Profile limits at 95 % must hold the truth in 91 to 98.5 of 100, which is four
    /// standard errors of the count to both sides, cut off where limits would be too wide.
    @Test
    void limitsHoldTheTruthAsOftenAsTheySay() {
        assertThat(held(Model.of(4, List.of(3)))).isBetween(0.91, 0.985);
    }

    /// The twin: independent lists fitted to the same people miss it far more often.
    @Test
    void theWrongModelMissesTheTruth() {
        assertThat(held(Model.mainEffects(4))).isLessThan(0.8);
    }

    /// Under its own model the estimate is right on average: 400 estimates spread by about 30, so their
    /// mean lies within 8 of the truth, bias of the second order aside.
    @Test
    void estimatesAreRightOnAverageUnderTheirModel() {
        assertThat(mean(Model.of(4, List.of(3)))).isCloseTo(1000, within(8.0));
        assertThat(mean(Model.mainEffects(4))).as("the twin").isNotCloseTo(1000, within(8.0));
    }

    private static double held(Model model) {
        return IntStream.range(0, 400)
                        .mapToObj(draw -> Objects.requireNonNull(MultinomialProfile.of(population(draw), model))
                                .limits(0.95))
                        .map(Interval.class::cast)
                        .filter(limits -> limits.lower() <= 1000 && 1000 <= limits.upper())
                        .count()
                / 400.0;
    }

    private static double mean(Model model) {
        return IntStream.range(0, 400)
                .mapToDouble(draw -> Choice.of(population(draw).counts(), model).total())
                .average()
                .orElseThrow();
    }

    private static CaptureTable population(int draw) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(11L + draw);
        long[] cells = new long[16];
        for (int person = 0; person < 1000; person++) {
            int history = random.nextDouble() < 0.3 ? 1 : 0;
            history |= random.nextDouble() < (history == 1 ? 0.6 : 0.2) ? 2 : 0;
            history |= random.nextDouble() < 0.25 ? 4 : 0;
            history |= random.nextDouble() < 0.35 ? 8 : 0;
            cells[history] += history > 0 ? 1 : 0;
        }
        return CaptureTable.of(
                names(4),
                IntStream.range(1, 16).mapToObj(h -> new Captured(h, cells[h])).toList());
    }
}
