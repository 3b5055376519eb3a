package se.ledfyr.methods.forecast;

/// One thing that the history allows: a rate at its end, and how months and years differ from one another.
///
/// @param thisYear how much more or less than on average comes in the year in which the history ends
/// @param yearShape of the gamma distribution around 1 that the factor of another year has; infinite when
///     years do not differ
public record Level(Rate rate, Seasons seasons, double thisYear, double yearShape) {

    public Level {
        if (!(thisYear > 0) || !(yearShape > 0)) {
            throw new IllegalArgumentException("a year has a factor above 0");
        }
    }

    /// Neither months nor years differ.
    static Level of(Rate rate) {
        return new Level(rate, Seasons.NONE, 1, Double.POSITIVE_INFINITY);
    }
}
