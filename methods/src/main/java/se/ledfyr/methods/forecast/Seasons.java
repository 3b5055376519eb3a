package se.ledfyr.methods.forecast;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;

/// How much more or less than on average comes in each month of the year. The factors vary around 1; what
/// their mean is besides belongs to the rate.
public record Seasons(List<Double> factors) {

    static final int MONTHS = 12;

    /// No season at all.
    public static final Seasons NONE = new Seasons(Collections.nCopies(MONTHS, 1.0));

    public Seasons {
        factors = List.copyOf(factors);
        if (factors.size() != MONTHS || factors.stream().anyMatch(factor -> !(factor > 0))) {
            throw new IllegalArgumentException("twelve months, each above 0");
        }
    }

    double of(YearMonth month) {
        return factors.get(month.getMonthValue() - 1);
    }
}
