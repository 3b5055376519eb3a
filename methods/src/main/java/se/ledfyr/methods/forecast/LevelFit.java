package se.ledfyr.methods.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Learns rate, drift, seasons and how years differ from a history, by drawing from what they may be after it.
///
/// Nothing is chosen once and for all. The discount of the drift is one of eight, each as likely beforehand; the
/// months of the year have factors, and so have the years ([Factors]). A Gibbs sampler goes round: the discount
/// given the factors (the rate is integrated out), the rate of every month given all, then the factors given the
/// rates.
final class LevelFit {

    private static final long SEED = 1_989;
    private static final int WARM_UP = 100;
    private static final int KEPT = 500;

    /// From never drifting to forgetting half in three months.
    private static final double[] DISCOUNTS = {1.0, 0.99, 0.98, 0.97, 0.95, 0.92, 0.88, 0.8};

    private final MonthCounts counts;
    private final Draws draws = new Draws(SEED, 0);
    private final Factors ofMonths = new Factors(Seasons.MONTHS);
    private final Factors ofYears;

    private LevelFit(MonthCounts counts) {
        this.counts = counts;
        this.ofYears = new Factors(counts.years());
    }

    /// The same history gives the same draws.
    static Levels of(History history) {
        LevelFit fit = new LevelFit(MonthCounts.of(history));
        List<Level> kept = new ArrayList<>();
        for (int i = 0; i < WARM_UP + KEPT; i++) {
            Level level = fit.goRound();
            if (i >= WARM_UP) {
                kept.add(level);
            }
        }
        return new Levels(kept);
    }

    private Level goRound() {
        Filter[] each = Arrays.stream(DISCOUNTS)
                .mapToObj(discount -> Filter.run(counts, ofMonths, ofYears, discount))
                .toArray(Filter[]::new);
        Filter filter = each[
                draws.one(Arrays.stream(each).mapToDouble(Filter::likelihood).toArray())];
        Level level =
                new Level(filter.last(), new Seasons(ofMonths.all()), ofYears.at(counts.years() - 1), ofYears.shape());
        double[] rates = filter.path(draws);
        draw(ofMonths, Seasons.MONTHS, counts.ofYear(), rates, ofYears, counts.year());
        draw(ofYears, counts.years(), counts.year(), rates, ofMonths, counts.ofYear());
        return level;
    }

    /// Draws some factors, the others being given.
    private void draw(Factors some, int number, int[] place, double[] rates, Factors others, int[] otherPlace) {
        int[] came = new int[number];
        double[] expected = new double[number];
        for (int i = 0; i < counts.length(); i++) {
            came[place[i]] += counts.parties()[i];
            expected[place[i]] += rates[i] * counts.exposure()[i] * others.at(otherPlace[i]);
        }
        some.draw(came, expected, draws);
    }
}
