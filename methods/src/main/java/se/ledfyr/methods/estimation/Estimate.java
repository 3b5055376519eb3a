package se.ledfyr.methods.estimation;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How many people a log-linear model says there are.
///
/// @param observed how many stand on at least one list
/// @param logUnseen logarithm of how many stand on none
/// @param standardError of that logarithm, given the model
/// @param deviance twice the logarithm by which a model with one parameter a history fits better
/// @param parameters all of the model's, also the infinite ones
/// @param excluded sets of lists in the model on which nobody stands together; their parameter is
///     minus infinity
public record Estimate(
        Model model,
        long observed,
        double logUnseen,
        double standardError,
        double logLikelihood,
        double deviance,
        int parameters,
        List<Integer> excluded,
        Provenance provenance)
        implements Outcome {

    public Estimate {
        if (observed < 1 || !Double.isFinite(logUnseen) || !(standardError >= 0)) {
            throw new IllegalArgumentException("an estimate is made of people and finite numbers");
        }
        excluded = List.copyOf(excluded);
    }

    /// Everybody: observed and unseen.
    public double total() {
        return observed + Math.exp(logUnseen);
    }

    public double aic() {
        return 2 * parameters - 2 * logLikelihood;
    }

    /// With the number of people, not of histories.
    public double bic() {
        return parameters * Math.log(observed) - 2 * logLikelihood;
    }

    /// Limits that take the number of unseen people as log-normal, so that they never fall below the
    /// people observed. They do not know that the model was chosen on the same table, nor that chance
    /// decided who of a fixed number of people was met; they are too narrow where the model was chosen
    /// or most people were met.
    public Interval wald(double level) {
        Interval.requireLevel(level);
        double wide = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2) * standardError;
        return new Interval(
                observed + Math.exp(logUnseen - wide),
                observed + Math.exp(logUnseen + wide),
                level,
                Interval.Kind.WALD);
    }
}
