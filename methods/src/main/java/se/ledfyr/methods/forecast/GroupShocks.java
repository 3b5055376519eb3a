package se.ledfyr.methods.forecast;

import java.util.List;

/// Groups that come all at once: how many a year, and how large.
///
/// The number of groups a year is gamma distributed around `perYear`; the logarithm of the size is
/// distributed as Student's t around `logSize`. Both begin with a weak opinion, so that somebody who
/// has never seen a group still expects that one may come: half a group in one year, of fifteen
/// persons, give or take a factor of two and a half.
///
/// @param perYear groups a year; 0 when there never are any
/// @param shape of what is known of that; infinite when it is known
/// @param logSize centre of the logarithm of the size
/// @param logSpread scale of the logarithm of the size; 0 when every group is of one size
/// @param freedom degrees of freedom; infinite for a normal distribution
/// @param span days within which the members of a group are admitted, after the first
public record GroupShocks(double perYear, double shape, double logSize, double logSpread, double freedom, int span) {

    /// No groups ever.
    public static final GroupShocks NONE =
            new GroupShocks(0, Double.POSITIVE_INFINITY, 0, 0, Double.POSITIVE_INFINITY, 0);

    /// Smallest and largest group that is thought of.
    static final int SMALLEST = 2;

    static final int LARGEST = 400;

    private static final double MONTHS_OF_YEAR = 12;
    private static final double PRIOR_GROUPS = 0.5;
    private static final double PRIOR_YEARS = 1;
    private static final double PRIOR_LOG_SIZE = Math.log(15);
    private static final double PRIOR_WEIGHT = 1;
    private static final double PRIOR_ALPHA = 1.5;
    private static final double PRIOR_BETA = 0.6;
    private static final int USUAL_SPAN = 30;

    public GroupShocks {
        if (perYear < 0 || shape <= 0 || logSpread < 0 || freedom <= 0 || span < 0) {
            throw new IllegalArgumentException("groups come seldom or often, never less than not at all");
        }
    }

    /// Groups of which everything is known.
    public static GroupShocks known(double perYear, double logSize, double logSpread, int span) {
        return new GroupShocks(perYear, Double.POSITIVE_INFINITY, logSize, logSpread, Double.POSITIVE_INFINITY, span);
    }

    /// What a history says about groups, with the usual conjugate priors: gamma for the number,
    /// normal-inverse-gamma for the logarithm of the size, whose prediction is Student's t.
    static GroupShocks fit(History history) {
        List<History.Arrived> groups = history.groups();
        int n = groups.size();
        double[] logs = groups.stream()
                .mapToDouble(group -> Math.log(group.courses().size()))
                .toArray();
        double mean = n == 0 ? 0 : java.util.Arrays.stream(logs).sum() / n;
        double squares = java.util.Arrays.stream(logs)
                .map(log -> (log - mean) * (log - mean))
                .sum();
        double weight = PRIOR_WEIGHT + n;
        double centre = (PRIOR_WEIGHT * PRIOR_LOG_SIZE + n * mean) / weight;
        double alpha = PRIOR_ALPHA + n / 2.0;
        double apart = mean - PRIOR_LOG_SIZE;
        double beta = PRIOR_BETA + squares / 2 + PRIOR_WEIGHT * n * apart * apart / (2 * weight);
        double shape = PRIOR_GROUPS + n;
        double years = PRIOR_YEARS + history.months() / MONTHS_OF_YEAR;
        return new GroupShocks(
                shape / years,
                shape,
                centre,
                Math.sqrt(beta * (weight + 1) / (alpha * weight)),
                2 * alpha,
                n == 0
                        ? USUAL_SPAN
                        : (int) Math.round(groups.stream()
                                .mapToInt(History.Arrived::span)
                                .average()
                                .orElse(USUAL_SPAN)));
    }
}
