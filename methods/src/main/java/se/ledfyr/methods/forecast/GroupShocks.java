package se.ledfyr.methods.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
/// @param underWay groups that have begun to come
public record GroupShocks(
        double perYear,
        double shape,
        double logSize,
        double logSpread,
        double freedom,
        int span,
        List<UnderWay> underWay) {

    /// No groups ever.
    public static final GroupShocks NONE =
            new GroupShocks(0, Double.POSITIVE_INFINITY, 0, 0, Double.POSITIVE_INFINITY, 0, List.of());

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

    public GroupShocks {
        underWay = List.copyOf(underWay);
        if (perYear < 0 || shape <= 0 || logSpread < 0 || freedom <= 0 || span < 0) {
            throw new IllegalArgumentException("groups come seldom or often, never less than not at all");
        }
    }

    /// Groups of which everything is known.
    public static GroupShocks known(double perYear, double logSize, double logSpread, int span) {
        return new GroupShocks(
                perYear, Double.POSITIVE_INFINITY, logSize, logSpread, Double.POSITIVE_INFINITY, span, List.of());
    }

    /// Draws the size of a group.
    int size(Draws draws) {
        double log = logSize + logSpread * draws.student(freedom);
        return (int) Math.clamp(Math.round(Math.exp(log)), (long) SMALLEST, (long) LARGEST);
    }

    /// What a history says about groups, with the usual conjugate priors: gamma for the number,
    /// normal-inverse-gamma for the logarithm of the size, whose prediction is Student's t. A group that came
    /// lately counts as one, but how large it is shows only when nobody has come for a month.
    static GroupShocks fit(History history) {
        return fit(history, Set.of());
    }

    /// @param knownToWait groups of which the rest has applied, so that it need not be guessed
    static GroupShocks fit(History history, Set<Integer> knownToWait) {
        List<History.Arrived> groups = history.groups();
        List<History.Arrived> late = groups.stream()
                .filter(group ->
                        group.day().plusDays(group.span() + UnderWay.PATIENCE).isAfter(history.until()))
                .toList();
        List<History.Arrived> complete =
                groups.stream().filter(group -> !late.contains(group)).toList();
        List<Integer> spans = complete.stream().map(History.Arrived::span).toList();
        double shape = PRIOR_GROUPS + groups.size();
        double years = PRIOR_YEARS + history.months() / MONTHS_OF_YEAR;
        int span =
                (int) Math.round(spans.stream().mapToInt(each -> each).average().orElse(UnderWay.PATIENCE));
        GroupShocks known = sizes(complete, shape, shape / years, span);
        return new GroupShocks(
                known.perYear,
                known.shape,
                known.logSize,
                known.logSpread,
                known.freedom,
                span,
                late.stream()
                        .filter(group -> !knownToWait.contains(group.number()))
                        .map(group -> UnderWay.of(group, known, spans, history.until()))
                        .filter(group -> !group.rests().isEmpty())
                        .toList());
    }

    private static GroupShocks sizes(List<History.Arrived> complete, double shape, double perYear, int span) {
        int n = complete.size();
        double[] logs = complete.stream()
                .mapToDouble(group -> Math.log(group.courses().size()))
                .toArray();
        double mean = Arrays.stream(logs).average().orElse(0);
        double squares =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        double weight = PRIOR_WEIGHT + n;
        double centre = (PRIOR_WEIGHT * PRIOR_LOG_SIZE + n * mean) / weight;
        double alpha = PRIOR_ALPHA + n / 2.0;
        double apart = mean - PRIOR_LOG_SIZE;
        double beta = PRIOR_BETA + squares / 2 + PRIOR_WEIGHT * n * apart * apart / (2 * weight);
        double spread = Math.sqrt(beta * (weight + 1) / (alpha * weight));
        return new GroupShocks(perYear, shape, centre, spread, 2 * alpha, span, List.of());
    }
}
