package se.ledfyr.methods.estimation;

import org.jspecify.annotations.Nullable;

/// What a procedure chose on some counts: the model, whether it can be estimated, and the fit if so.
///
/// @param fit nothing if the model is not estimable, or if the arithmetic did not come to an end
record Choice(
        Model model,
        Reduced reduced,
        Estimability estimability,
        @Nullable PoissonFit fit) {

    /// Checks the model and fits it only if there is something to find.
    static Choice of(Counts counts, Model model) {
        Reduced reduced = Reduced.of(counts, model);
        return of(model, reduced, EstimabilityCheck.of(reduced));
    }

    static Choice of(Model model, Reduced reduced, Estimability estimability) {
        PoissonFit fit = estimability == Estimability.FINE ? PoissonFit.of(reduced) : null;
        return new Choice(model, reduced, estimability, fit);
    }

    /// How many people there are, met and unmet; not a number where nothing can be estimated.
    double total() {
        return fit == null ? Double.NaN : reduced.counts().observed() + Math.exp(fit.logUnseen());
    }

    /// Of the Poisson likelihood, over all histories that are left.
    double logLikelihood() {
        return fit == null ? Double.NaN : fit.logKernel() - reduced.counts().logFactorials();
    }

    /// Twice the logarithm by which a model with a parameter for every history fits better.
    double deviance() {
        if (fit == null) {
            return Double.NaN;
        }
        double sum = 0;
        for (int history = 1; history < reduced.counts().size(); history++) {
            if (!reduced.isGone(history)) {
                long count = reduced.counts().cell(history);
                double mean = fit.fitted(history);
                sum += (count == 0 ? 0 : count * Math.log(count / mean)) - (count - mean);
            }
        }
        return 2 * sum;
    }
}
