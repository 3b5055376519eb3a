package se.ledfyr.methods.forecast;

/// Where the middle `share` of the simulations lies, and their middle.
///
/// @param low lower end: as many simulations lie below it as above `high`
/// @param high upper end
public record Range(long low, long middle, long high) {

    /// @param sorted in rising order, not empty
    /// @param share of the simulations between the ends, such as 0.9
    static Range of(long[] sorted, double share) {
        double tail = (1 - share) / 2;
        return new Range(quantile(sorted, tail), quantile(sorted, 0.5), quantile(sorted, 1 - tail));
    }

    /// The smallest value that at least the share `p` of all values does not exceed.
    static long quantile(long[] sorted, double p) {
        // A hair less, so that 0.95 of 100 is the 95th and not, for want of binary digits, the 96th.
        int rank = (int) Math.ceil(p * sorted.length - 1e-9);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    /// Whether a value lies between the ends, these included.
    public boolean holds(long value) {
        return value >= low && value <= high;
    }
}
