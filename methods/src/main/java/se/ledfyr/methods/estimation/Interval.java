package se.ledfyr.methods.estimation;

/// Limits for the number of people, met and unmet.
///
/// @param lower never less than how many were observed, but for the bootstrap
/// @param upper may be infinite where the lists set no limit
/// @param level how often such limits should hold the truth if the model is right, between 0 and 1
public record Interval(double lower, double upper, double level, Kind kind) implements Limits {

    /// How limits were found.
    public enum Kind {
        /// Log-normal on the number of unseen people.
        WALD,
        /// From the multinomial likelihood of the total.
        PROFILE,
        /// Bootstrap, corrected for bias and acceleration.
        BCA,
        /// Quantiles of what is likely after the table has been seen.
        POSTERIOR
    }

    public Interval {
        requireLevel(level);
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must be at most upper, were %s and %s".formatted(lower, upper));
        }
    }

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must lie between 0 and 1, was " + level);
        }
    }
}
