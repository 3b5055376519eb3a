package se.ledfyr.methods.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

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

    private static final double PRIOR_SHAPE = 0.5;
    private static final double PRIOR_MONTHS = 0.1;
    private static final double USUAL = 0.95;
    private static final int ENOUGH_MONTHS = 12;

    /// From never drifting to forgetting half in three months. Of equals the first is kept.
    private static final List<Double> DISCOUNTS = List.of(1.0, 0.99, 0.98, 0.97, 0.95, 0.92, 0.88, 0.8);

    public Rate {
        if (mean <= 0 || shape <= 0 || discount <= 0 || discount > 1 || (Double.isInfinite(shape) && discount < 1)) {
            throw new IllegalArgumentException("a rate is above 0, and so is what is known of it");
        }
    }

    /// A rate that is known and stays.
    public static Rate known(double mean) {
        return new Rate(mean, Double.POSITIVE_INFINITY, 1);
    }

    /// The rate at the end of a history. The discount is the one under which each month was least
    /// surprising given those before it; with less than a year to judge by it is 0.95.
    static Rate fit(History history, Seasons seasons) {
        List<Month> months = months(history, seasons);
        double best = USUAL;
        if (months.size() >= ENOUGH_MONTHS) {
            double highest = Double.NEGATIVE_INFINITY;
            for (double discount : DISCOUNTS) {
                double likelihood = learn(months, discount).likelihood();
                if (likelihood > highest) {
                    highest = likelihood;
                    best = discount;
                }
            }
        }
        Learnt learnt = learn(months, best);
        return new Rate(learnt.shape() / learnt.months(), learnt.shape(), best);
    }

    private static Learnt learn(List<Month> months, double discount) {
        double shape = PRIOR_SHAPE;
        double exposure = PRIOR_MONTHS;
        double likelihood = 0;
        for (Month month : months) {
            // Only what is known fades; the prior is what is left when everything has.
            shape = PRIOR_SHAPE + discount * (shape - PRIOR_SHAPE);
            exposure = PRIOR_MONTHS + discount * (exposure - PRIOR_MONTHS);
            likelihood += negativeBinomial(month, shape, exposure);
            shape += month.parties();
            exposure += month.exposure();
        }
        return new Learnt(shape, exposure, likelihood);
    }

    /// Logarithm of the probability of a month's count, but for a term that is the same for every
    /// discount.
    private static double negativeBinomial(Month month, double shape, double exposure) {
        double sum = shape * Math.log(exposure / (exposure + month.exposure()))
                + month.parties() * Math.log(1 / (exposure + month.exposure()));
        for (int i = 0; i < month.parties(); i++) {
            sum += Math.log(shape + i);
        }
        return sum;
    }

    private static List<Month> months(History history, Seasons seasons) {
        List<Month> months = new ArrayList<>();
        YearMonth month = YearMonth.from(history.from());
        YearMonth last = YearMonth.from(history.until().minusDays(1));
        List<LocalDate> days =
                history.parties().stream().map(History.Arrived::day).toList();
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth now = month;
            LocalDate from = later(now.atDay(1), history.from());
            LocalDate until = earlier(now.plusMonths(1).atDay(1), history.until());
            double exposure = History.months(ChronoUnit.DAYS.between(from, until)) * seasons.of(now);
            months.add(new Month(
                    (int) days.stream()
                            .filter(day -> YearMonth.from(day).equals(now))
                            .count(),
                    exposure));
        }
        return months;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private record Month(int parties, double exposure) {}

    private record Learnt(double shape, double months, double likelihood) {}
}
