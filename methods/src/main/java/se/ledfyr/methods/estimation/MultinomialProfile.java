package se.ledfyr.methods.estimation;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/// The multinomial likelihood of the total, with everything else at its best for each total tried. The
/// unseen history gets the people that are missing, the model is fitted to the completed table, and
/// limits lie where the likelihood has fallen by half a chi-square quantile (Cormack 1992; Baillargeon
/// and Rivest 2007).
public final class MultinomialProfile {

    /// Logarithms of the fewest and the most unseen people tried.
    private static final double FEWEST = Math.log(1e-6);

    private static final double MOST = Math.log(1e15);

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Reduced reduced;
    private final double fixed;
    private final double best;
    private final double highest;

    private MultinomialProfile(Reduced reduced, double start) {
        this.reduced = reduced;
        fixed = -reduced.counts().logFactorials();
        best = maximum(this::at, start);
        highest = at(best);
    }

    /// Nothing where the model cannot be estimated.
    public static @Nullable MultinomialProfile of(CaptureTable table, Model model) {
        Choice choice = Choice.of(table.counts(), model);
        PoissonFit fit = choice.fit();
        return fit == null ? null : new MultinomialProfile(choice.reduced(), fit.logUnseen());
    }

    /// The total at which the likelihood is highest; a little below the Poisson estimate.
    public double total() {
        return reduced.counts().observed() + Math.exp(best);
    }

    /// Limits for the total; the upper one is infinite where the likelihood never falls so far.
    public Limits limits(double level) {
        Interval.requireLevel(level);
        if (highest == Double.NEGATIVE_INFINITY) {
            return new NoLimits("The likelihood of the total could not be followed.");
        }
        double drop = ChiSquaredDistribution.of(1).inverseCumulativeProbability(level) / 2;
        DoubleUnaryOperator above = logUnseen -> at(logUnseen) - highest + drop;
        double lower = crossing(above, -0.1, FEWEST);
        double upper = crossing(above, 0.1, MOST);
        long observed = reduced.counts().observed();
        return new Interval(
                observed + (lower <= FEWEST ? 0 : Math.exp(lower)),
                upper >= MOST ? Double.POSITIVE_INFINITY : observed + Math.exp(upper),
                level,
                Interval.Kind.PROFILE);
    }

    /// From the best outward in growing strides, then between the last two.
    private double crossing(DoubleUnaryOperator above, double stride, double end) {
        double inside = best;
        double step = stride;
        while (true) {
            double outside = stride < 0 ? Math.max(end, inside + step) : Math.min(end, inside + step);
            if (above.applyAsDouble(outside) < 0) {
                return between(above, inside, outside);
            }
            if (outside == end) {
                return end;
            }
            inside = outside;
            step *= 2;
        }
    }

    private static double between(DoubleUnaryOperator above, double inside, double outside) {
        double in = inside;
        double out = outside;
        while (Math.abs(out - in) > 1e-10) {
            double middle = (in + out) / 2;
            if (above.applyAsDouble(middle) >= 0) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return (in + out) / 2;
    }

    /// Golden section about the Poisson estimate, whose maximum lies close by.
    private static double maximum(DoubleUnaryOperator likelihood, double start) {
        double low = start - 2;
        double high = start + 1;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = likelihood.applyAsDouble(left);
        double atRight = likelihood.applyAsDouble(right);
        while (high - low > 1e-7) {
            if (atLeft > atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = likelihood.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = likelihood.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }

    /// Logarithm of the likelihood of a total with so many unseen people.
    private double at(double logUnseen) {
        double unseen = Math.exp(logUnseen);
        PoissonFit fit = PoissonFit.of(reduced, unseen);
        if (fit == null) {
            return Double.NEGATIVE_INFINITY;
        }
        double total = reduced.counts().observed() + unseen;
        double sum = fixed + LogGamma.value(total + 1) - LogGamma.value(unseen + 1);
        sum += unseen * Math.log(fit.fitted(0) / total);
        for (int history = 1; history < reduced.counts().size(); history++) {
            long count = reduced.counts().cell(history);
            if (count > 0) {
                sum += count * Math.log(fit.fitted(history) / total);
            }
        }
        return sum;
    }
}
