package se.ledfyr.methods.estimation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way from a capture table to one model, fixed before anybody looks at the table; what is repeated
/// as a whole when its uncertainty is measured.
public abstract sealed class Procedure permits FixedModel, Stepwise, BestModel, Downhill {

    /// Chooses a model on these counts and fits it.
    abstract Choice choose(Counts counts);

    /// The procedure with its options, as it stands in results.
    public abstract String name();

    /// How many people there are by this procedure, or why it cannot say.
    public final Outcome estimate(CaptureTable table) {
        return outcome(table, choose(table.counts()));
    }

    final Outcome outcome(CaptureTable table, Choice choice) {
        Provenance provenance = Provenance.of(table, this);
        PoissonFit fit = choice.fit();
        return fit == null ? refusal(choice, provenance) : estimate(choice, fit, provenance);
    }

    private static Refusal refusal(Choice choice, Provenance provenance) {
        String text = choice.estimability() == Estimability.FINE
                ? "The arithmetic did not settle on an estimate; the counts are too far apart in size."
                : choice.estimability().text();
        return new Refusal(choice.model(), choice.estimability(), text, provenance);
    }

    private static Estimate estimate(Choice choice, PoissonFit fit, Provenance provenance) {
        List<Integer> excluded =
                Arrays.stream(choice.reduced().excluded()).boxed().toList();
        return new Estimate(
                choice.model(),
                choice.reduced().counts().observed(),
                fit.logUnseen(),
                fit.standardError(),
                choice.logLikelihood(),
                choice.deviance(),
                choice.reduced().parameters(),
                excluded,
                provenance);
    }

    /// The better of two by the criterion; one without a fit never wins over one with a fit.
    static Choice better(@Nullable Choice best, Choice other, Criterion criterion) {
        if (best == null || best.fit() == null) {
            return best != null && other.fit() == null ? best : other;
        }
        return other.fit() != null && criterion.of(other) < criterion.of(best) ? other : best;
    }
}
