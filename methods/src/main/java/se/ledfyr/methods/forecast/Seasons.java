package se.ledfyr.methods.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/// How much more or less than on average comes in each quarter of the year; the four factors have the
/// mean 1.
public record Seasons(List<Double> factors) {

    /// No season at all.
    public static final Seasons NONE = new Seasons(List.of(1.0, 1.0, 1.0, 1.0));

    private static final int QUARTERS = 4;

    /// The 99th percentile of chi-square with three degrees of freedom.
    private static final double CLEAR = 11.345;

    /// As many parties as are added to each quarter, so that few observations say little.
    private static final double PRIOR = 5;

    public Seasons {
        factors = List.copyOf(factors);
        if (factors.size() != QUARTERS || factors.stream().anyMatch(factor -> factor <= 0)) {
            throw new IllegalArgumentException("four quarters, each above 0");
        }
    }

    /// Whether there is any difference between the quarters.
    public boolean isFlat() {
        return equals(NONE);
    }

    double of(YearMonth month) {
        return factors.get((month.getMonthValue() - 1) / 3);
    }

    /// The seasons that a history shows: none, unless it holds two whole years and a likelihood-ratio
    /// test of equal quarters rejects at one in a hundred. Whole calendar years only are looked at, so
    /// that a year cut short is no season.
    static Seasons fit(History history) {
        int first = history.from().getDayOfYear() == 1
                ? history.from().getYear()
                : history.from().getYear() + 1;
        int last = history.until().getYear() - 1;
        if (last - first + 1 < 2) {
            return NONE;
        }
        double[] seen = new double[QUARTERS];
        for (History.Arrived party : history.parties()) {
            LocalDate day = party.day();
            if (day.getYear() >= first && day.getYear() <= last) {
                seen[(day.getMonthValue() - 1) / 3]++;
            }
        }
        double expected = IntStream.range(0, QUARTERS).mapToDouble(i -> seen[i]).sum() / QUARTERS;
        if (expected == 0 || ratio(seen, expected) < CLEAR) {
            return NONE;
        }
        return new Seasons(IntStream.range(0, QUARTERS)
                .mapToObj(i -> (seen[i] + PRIOR) / (expected + PRIOR))
                .toList());
    }

    private static double ratio(double[] seen, double expected) {
        double sum = 0;
        for (double one : seen) {
            sum += one == 0 ? 0 : one * Math.log(one / expected);
        }
        return 2 * sum;
    }
}
