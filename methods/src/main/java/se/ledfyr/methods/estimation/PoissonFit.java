package se.ledfyr.methods.estimation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The maximum of the likelihood of a Poisson log-linear model, by Newton's method with halved steps.
///
/// The sufficient statistics are the superset margins of the counts, and the information of two terms
/// is the fitted margin of their union; both come from one pass over the table (`Lattice`), and no
/// design matrix is built. Started from counts raised by a tenth. Ends when every margin is met within
/// 1e-9 of the people and the last step was below 1e-9; as steps square their error, what is left is
/// far below 1e-12.
final class PoissonFit {

    private static final int MOST_STEPS = 200;
    private static final double CLOSE = 1e-9;

    private final int[] terms;
    private final boolean[] open;
    private final double[] counts;
    private final double[] observed;
    private final double[] parameters;
    private final double[] fitted;
    private final double[] margins;
    private final double[][] information;

    private PoissonFit(int[] terms, boolean[] open, double[] counts) {
        this.terms = terms;
        this.open = open;
        this.counts = counts;
        observed = counts.clone();
        Lattice.supersetSums(observed);
        parameters = new double[terms.length];
        fitted = new double[counts.length];
        margins = new double[counts.length];
        information = new double[terms.length][terms.length];
    }

    /// The fit to the histories that were seen; nothing if it does not converge.
    static @Nullable PoissonFit of(Reduced reduced) {
        return of(reduced, Double.NaN);
    }

    /// The fit to the completed table.
    ///
    /// @param unseen how many people are on no list; not a number if that is not known
    static @Nullable PoissonFit of(Reduced reduced, double unseen) {
        int size = reduced.counts().size();
        double[] counts = new double[size];
        boolean[] open = new boolean[size];
        for (int history = 1; history < size; history++) {
            counts[history] = reduced.counts().cell(history);
            open[history] = !reduced.isGone(history);
        }
        open[0] = !Double.isNaN(unseen);
        counts[0] = open[0] ? unseen : 0;
        PoissonFit fit = new PoissonFit(reduced.finite(), open, counts);
        return fit.converges() ? fit : null;
    }

    private boolean converges() {
        if (!start()) {
            return false;
        }
        double likelihood = evaluate();
        double total = Math.max(1, observed[0]);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] score = score();
            if (!Cholesky.factor(information)) {
                return false;
            }
            double largest = largest(score);
            double[] step = score;
            Cholesky.solve(information, step);
            if (largest < CLOSE * total && largest(step) < CLOSE) {
                finish(step);
                return true;
            }
            double next = advance(step, likelihood);
            if (Double.isNaN(next)) {
                return largest < CLOSE * total && largest(step) < 1e-6;
            }
            likelihood = next;
        }
        return false;
    }

    private void finish(double[] step) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += step[i];
        }
        evaluate();
    }

    /// One weighted regression on the logarithms of the counts, each raised by a tenth.
    private boolean start() {
        double[] target = new double[counts.length];
        for (int history = 0; history < counts.length; history++) {
            if (open[history]) {
                double raised = counts[history] + 0.1;
                fitted[history] = raised;
                target[history] = raised * Math.log(raised) + counts[history] - raised;
            }
        }
        System.arraycopy(fitted, 0, margins, 0, fitted.length);
        Lattice.supersetSums(margins);
        Lattice.supersetSums(target);
        fillInformation();
        for (int i = 0; i < terms.length; i++) {
            parameters[i] = target[terms[i]];
        }
        if (!Cholesky.factor(information)) {
            return false;
        }
        Cholesky.solve(information, parameters);
        return true;
    }

    /// Steps half as far until the likelihood does not fall; not a number if it always does.
    private double advance(double[] step, double likelihood) {
        double[] before = parameters.clone();
        double slack = 1e-12 * (1 + Math.abs(likelihood));
        for (double part = 1; part > 1e-10; part /= 2) {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = before[i] + part * step[i];
            }
            double next = evaluate();
            if (next >= likelihood - slack) {
                return next;
            }
        }
        System.arraycopy(before, 0, parameters, 0, before.length);
        evaluate();
        return Double.NaN;
    }

    /// Fitted counts, their margins, and the logarithm of the likelihood up to what the counts fix.
    private double evaluate() {
        Arrays.fill(fitted, 0);
        double likelihood = 0;
        for (int i = 0; i < terms.length; i++) {
            fitted[terms[i]] = parameters[i];
            likelihood += parameters[i] * observed[terms[i]];
        }
        Lattice.subsetSums(fitted);
        for (int history = 0; history < fitted.length; history++) {
            fitted[history] = open[history] ? Math.exp(fitted[history]) : 0;
        }
        System.arraycopy(fitted, 0, margins, 0, fitted.length);
        Lattice.supersetSums(margins);
        return likelihood - margins[0];
    }

    private double[] score() {
        fillInformation();
        double[] score = new double[terms.length];
        for (int i = 0; i < terms.length; i++) {
            score[i] = observed[terms[i]] - margins[terms[i]];
        }
        return score;
    }

    private void fillInformation() {
        for (int i = 0; i < terms.length; i++) {
            for (int j = 0; j <= i; j++) {
                information[i][j] = margins[terms[i] | terms[j]];
            }
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            // What is not a number must not look small.
            largest = Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /// Logarithm of how many people the model expects on no list.
    double logUnseen() {
        return parameters[0];
    }

    /// Standard error of that logarithm, from the information of all parameters.
    double standardError() {
        double[] unit = new double[terms.length];
        unit[0] = 1;
        Cholesky.solve(information, unit);
        return Math.sqrt(unit[0]);
    }

    /// Logarithm of the likelihood, but for the factorials of the counts.
    double logKernel() {
        double sum = -margins[0];
        for (int i = 0; i < terms.length; i++) {
            sum += parameters[i] * observed[terms[i]];
        }
        return sum;
    }

    /// How many people the model expects with this history.
    double fitted(int history) {
        return fitted[history];
    }

    /// How many people the model expects on all these lists together, among those seen.
    double fittedMargin(int set) {
        return margins[set];
    }
}
