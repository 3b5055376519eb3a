package se.ledfyr.methods.forecast;

/// The gamma-Poisson model of local level run through the months of a history, with one discount and given
/// factors of months and years: what is known of the rate after each month, and how likely the months were.
///
/// @param shape after each month
/// @param months after each month: the mean of the rate is `shape / months`
/// @param likelihood logarithm of the probability of all counts, but for what is the same for every discount
record Filter(double discount, double[] shape, double[] months, double likelihood) {

    private static final double PRIOR_SHAPE = 0.5;
    private static final double PRIOR_MONTHS = 0.1;

    static Filter run(MonthCounts counts, Factors ofMonths, Factors ofYears, double discount) {
        double[] shapes = new double[counts.length()];
        double[] months = new double[counts.length()];
        double shape = PRIOR_SHAPE;
        double exposure = PRIOR_MONTHS;
        double likelihood = 0;
        for (int i = 0; i < counts.length(); i++) {
            if (i > 0) {
                // Only what is known fades; the prior is what is left when everything has.
                shape = PRIOR_SHAPE + discount * (shape - PRIOR_SHAPE);
                exposure = PRIOR_MONTHS + discount * (exposure - PRIOR_MONTHS);
            }
            int parties = counts.parties()[i];
            double watched = counts.exposure()[i] * ofMonths.at(counts.ofYear()[i]) * ofYears.at(counts.year()[i]);
            likelihood += shape * Math.log(exposure / (exposure + watched));
            if (parties > 0) {
                likelihood += parties * Math.log(watched / (exposure + watched)) + rising(shape, parties);
            }
            shape += parties;
            exposure += watched;
            shapes[i] = shape;
            months[i] = exposure;
        }
        return new Filter(discount, shapes, months, likelihood);
    }

    /// Logarithm of Γ(shape + n) / Γ(shape).
    static double rising(double shape, int n) {
        double product = 1;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            product *= shape + i;
            if (product > 1e200) {
                sum += Math.log(product);
                product = 1;
            }
        }
        return sum + Math.log(product);
    }

    Rate last() {
        int end = shape.length - 1;
        return new Rate(shape[end] / months[end], shape[end], discount);
    }

    /// The rate of every month, drawn from the last to the first: given the one after it, the rate of a month
    /// is the discounted part of that and a gamma distributed rest. Near enough: the prior does not fade.
    double[] path(Draws draws) {
        double[] rates = new double[shape.length];
        int end = shape.length - 1;
        rates[end] = draws.gamma(shape[end]) / months[end];
        for (int i = end - 1; i >= 0; i--) {
            rates[i] =
                    discount * rates[i + 1] + (discount < 1 ? draws.gamma((1 - discount) * shape[i]) / months[i] : 0);
        }
        return rates;
    }
}
