package se.ledfyr.methods.forecast;

/// How many parties come by themselves in a month, and how sure that is: gamma distributed around
/// `mean`, and drifting.
///
/// What is known of it fades by the factor `discount` with every month, both while it is learnt from
/// history and while it is looked ahead. That is the gamma-Poisson model of local level: counts of a
/// month given the past are negative binomial, so they spread more than Poisson counts do by as much as
/// the history shows.
///
/// @param mean parties a month
/// @param shape of the gamma distribution; infinite when the rate is known
/// @param discount above 0, at most 1; 1 when the rate never drifts
public record Rate(double mean, double shape, double discount) {

    public Rate {
        if (!(mean > 0)
                || !(shape > 0)
                || !(discount > 0)
                || discount > 1
                || (Double.isInfinite(shape) && discount < 1)) {
            throw new IllegalArgumentException("a rate is above 0, and so is what is known of it");
        }
    }

    /// A rate that is known and stays.
    public static Rate known(double mean) {
        return new Rate(mean, Double.POSITIVE_INFINITY, 1);
    }
}
