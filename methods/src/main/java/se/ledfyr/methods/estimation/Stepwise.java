package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.jspecify.annotations.Nullable;

/// Forward selection of two-list interactions (Chan, Silverman and Vincent 2021). From
/// independent lists on, the pair whose overlap is the most surprising under the model so far is
/// added, as long as it is surprising enough and the larger model can be estimated.
public final class Stepwise extends Procedure {

    /// The threshold its authors chose by simulation.
    public static final double USUAL_THRESHOLD = 0.02;

    private final double threshold;

    /// @param threshold a pair enters below this probability; 0 for none, 1 for all pairs if they can
    ///     be estimated together
    public Stepwise(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be 0-1, was " + threshold);
        }
        this.threshold = threshold;
    }

    /// One pair that entered.
    ///
    /// @param pair the two lists
    /// @param overlap how many people stand on both
    /// @param expected how many of those seen the model before would have on both
    /// @param probability of an overlap at least as far from that, on its side
    /// @param choice the model with the pair
    record Step(int pair, long overlap, double expected, double probability, Choice choice) {}

    private record Candidate(int pair, double expected, double probability) {}

    @Override
    Choice choose(Counts counts) {
        List<Step> steps = new ArrayList<>();
        return walk(counts, steps);
    }

    /// Every step in order; empty when no pair enters or nothing can be estimated.
    List<Step> steps(Counts counts) {
        List<Step> steps = new ArrayList<>();
        walk(counts, steps);
        return List.copyOf(steps);
    }

    private Choice walk(Counts counts, List<Step> steps) {
        // With two lists their interaction would take up everything the table can say.
        List<Integer> left = new ArrayList<>(counts.lists() > 2 ? Model.pairs(counts.lists()) : List.of());
        boolean allFine = overlapsAreFine(counts, left);
        if (threshold == 1 && !left.isEmpty()) {
            Choice full = choice(counts, Model.of(counts.lists(), left), allFine);
            if (full.fit() != null) {
                return full;
            }
        }
        Choice now = choice(counts, Model.mainEffects(counts.lists()), allFine);
        PoissonFit fit = now.fit();
        while (fit != null) {
            Step step = next(now, fit, left, allFine);
            if (step == null) {
                break;
            }
            steps.add(step);
            left.remove(Integer.valueOf(step.pair()));
            now = step.choice();
            fit = now.fit();
        }
        return now;
    }

    /// One look for all models of pairs: a history that was seen holds no pair without overlap, so each
    /// such model has some of these columns and they are as independent of each other.
    private static boolean overlapsAreFine(Counts counts, List<Integer> pairs) {
        List<Integer> overlapping =
                pairs.stream().filter(pair -> counts.margin(pair) > 0).toList();
        return EstimabilityCheck.isFineAtOnce(Reduced.of(counts, Model.of(counts.lists(), overlapping)));
    }

    private static Choice choice(Counts counts, Model model, boolean fine) {
        Reduced reduced = Reduced.of(counts, model);
        return Choice.of(model, reduced, fine ? Estimability.FINE : EstimabilityCheck.of(reduced));
    }

    private @Nullable Step next(Choice now, PoissonFit fit, List<Integer> left, boolean allFine) {
        Counts counts = now.reduced().counts();
        // The sort keeps the order of pairs where probabilities are the same.
        List<Candidate> candidates = left.stream()
                .map(pair -> candidate(counts, fit, pair))
                .filter(candidate -> candidate.probability() < threshold)
                .sorted(Comparator.comparingDouble(Candidate::probability))
                .toList();
        for (Candidate candidate : candidates) {
            Choice larger = choice(counts, now.model().with(candidate.pair()), allFine);
            if (larger.fit() != null) {
                return new Step(
                        candidate.pair(),
                        counts.margin(candidate.pair()),
                        candidate.expected(),
                        candidate.probability(),
                        larger);
            }
        }
        return null;
    }

    private static Candidate candidate(Counts counts, PoissonFit fit, int pair) {
        double expected = fit.fittedMargin(pair);
        return new Candidate(pair, expected, tail(counts.margin(pair), expected));
    }

    /// The smaller of the two tails of a Poisson distribution, each with the value itself; not doubled.
    static double tail(long value, double mean) {
        if (mean == 0) {
            return 1;
        }
        double below = RegularizedGamma.Q.value(value + 1.0, mean);
        double above = value == 0 ? 1 : RegularizedGamma.P.value(value, mean);
        return Math.min(below, above);
    }

    @Override
    public String name() {
        return "stepwise, threshold " + threshold;
    }
}
