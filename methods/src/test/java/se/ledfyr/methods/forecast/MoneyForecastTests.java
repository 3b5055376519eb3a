package se.ledfyr.methods.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/// Simulated years against the closed forms of the collective risk model, and against Panjer's
/// recursion.
class MoneyForecastTests {

    private static final LocalDate AUGUST = LocalDate.of(2023, 8, 31);
    private static final LocalDate END = LocalDate.of(2023, 12, 31);
    private static final double MONTHS = 122 / (365.25 / 12);
    private static final int MANY = 40_000;

    private static ArrivalModel model(List<List<Course>> parties, Rate rate, GroupShocks groups) {
        return new ArrivalModel(
                Levels.of(rate),
                parties,
                groups,
                parties.stream().flatMap(List::stream).toList(),
                0);
    }

    private static Question question(int simulations, long seed) {
        return new Question(AUGUST, END, 0, 0, List.of(), List.of(), simulations, seed);
    }

    private static double[] totals(ArrivalModel model, Question question) {
        Simulation simulation = Simulation.run(model, question);
        return Arrays.stream(simulation.sorted(simulation.months().count() - 1))
                .asDoubleStream()
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    /// E S = λt E X, Var S = λt E X².
    @Test
    void partiesHaveTheMeanAndVarianceOfACompoundPoissonSum() {
        List<Long> costs = List.of(1_000L, 5_000L, 20_000L);
        ArrivalModel model = model(
                costs.stream().map(cost -> List.of(new Course(cost, 0, 0))).toList(), Rate.known(6), GroupShocks.NONE);
        double[] totals = totals(model, question(MANY, 1));
        double expected = 6 * MONTHS;
        double first = costs.stream().mapToDouble(cost -> cost).average().orElseThrow();
        double second = costs.stream()
                .mapToDouble(cost -> (double) cost * cost)
                .average()
                .orElseThrow();
        assertThat(mean(totals)).isCloseTo(expected * first, within(0.01 * expected * first));
        assertThat(variance(totals)).isCloseTo(expected * second, within(0.04 * expected * second));
    }

    /// With K persons a group and X the cost of each: E S = μt E K E X, Var S = μt E (X₁ + … + X_K)².
    @Test
    void groupsHaveTheMeanAndVarianceOfACompoundOfCompounds() {
        ArrivalModel model = model(
                List.of(List.of(new Course(1_000, 0, 0)), List.of(new Course(3_000, 0, 0))),
                Rate.known(1e-12),
                GroupShocks.known(3, Math.log(30), 0, 0));
        double[] totals = totals(model, question(MANY, 2));
        double groups = 3 * MONTHS / 12;
        double perGroup = 30 * 2_000;
        double square = perGroup * perGroup + 30 * 1_000.0 * 1_000.0;
        assertThat(mean(totals)).isCloseTo(groups * perGroup, within(0.02 * groups * perGroup));
        assertThat(variance(totals)).isCloseTo(groups * square, within(0.05 * groups * square));
    }

    /// What is not known of the rate adds (λ-variance · t²) (E X)² to the variance, and nothing to the
    /// mean.
    @Test
    void notKnowingTheRateWidensAndDoesNotMove() {
        List<List<Course>> one = List.of(List.of(new Course(1_000, 0, 0)));
        double[] totals = totals(model(one, new Rate(5, 10, 1), GroupShocks.NONE), question(MANY, 3));
        double expected = 5 * MONTHS;
        assertThat(mean(totals)).isCloseTo(1_000 * expected, within(0.02 * 1_000 * expected));
        double variance = 1e6 * (expected + expected * expected / 10);
        assertThat(variance(totals)).isCloseTo(variance, within(0.05 * variance));
    }

    @Test
    void aDriftingRateKeepsItsMean() {
        List<List<Course>> one = List.of(List.of(new Course(1_000, 0, 0)));
        double[] totals = totals(model(one, new Rate(5, 20, 0.9), GroupShocks.NONE), question(MANY, 4));
        assertThat(mean(totals)).isCloseTo(5_000 * MONTHS, within(0.02 * 5_000 * MONTHS));
    }

    /// Another year than the one that is known has a factor of its own, with mean 1.
    @Test
    void aYearToComeWidensAndDoesNotMove() {
        List<List<Course>> one = List.of(List.of(new Course(1_000, 0, 0)));
        Levels levels = new Levels(List.of(new Level(Rate.known(5), Seasons.NONE, 2, 10)));
        ArrivalModel model = new ArrivalModel(levels, one, GroupShocks.NONE, one.getFirst(), 0);
        double known = 5 * MONTHS * 2;
        assertThat(mean(totals(model, question(MANY, 7)))).isCloseTo(1_000 * known, within(0.02 * 1_000 * known));
        Question next = new Question(END, LocalDate.of(2024, 12, 31), 0, 0, List.of(), List.of(), MANY, 8);
        double expected = 5 * 366 / (365.25 / 12);
        double variance = 1e6 * (expected + expected * expected / 10);
        assertThat(mean(totals(model, next))).isCloseTo(1_000 * expected, within(0.02 * 1_000 * expected));
        assertThat(variance(totals(model, next))).isCloseTo(variance, within(0.05 * variance));
    }

    @Test
    void costsThatSpreadKeepTheirMean() {
        List<List<Course>> one = List.of(List.of(new Course(100_000, 0, 0)));
        ArrivalModel model = new ArrivalModel(Levels.of(Rate.known(5)), one, GroupShocks.NONE, one.getFirst(), 0.4);
        double[] totals = totals(model, question(MANY, 5));
        double expected = 5 * MONTHS;
        assertThat(mean(totals)).isCloseTo(1e5 * expected, within(0.02 * 1e5 * expected));
        assertThat(variance(totals)).isCloseTo(1e10 * expected * 1.16, within(0.05 * 1e10 * expected * 1.16));
    }

    /// Panjer (1981): for Poisson numbers the probabilities of the sum follow from f(s) = λ/s Σ j p(j)
    /// f(s − j).
    @Test
    void quantilesAreThoseOfPanjersRecursion() {
        double expected = 6 * MONTHS;
        double[] size = {0, 0.6, 0.3, 0.1};
        double[] exact = panjer(expected, size, 200);
        List<List<Course>> parties = new java.util.ArrayList<>(Collections.nCopies(6, List.of(new Course(1, 0, 0))));
        parties.addAll(Collections.nCopies(3, List.of(new Course(2, 0, 0))));
        parties.add(List.of(new Course(3, 0, 0)));
        double[] totals = totals(model(parties, Rate.known(6), GroupShocks.NONE), question(MANY, 6));
        double below = 0;
        for (int s = 0; s < 80; s++) {
            below += exact[s];
            int sum = s;
            double seen =
                    (double) Arrays.stream(totals).filter(total -> total <= sum).count() / MANY;
            assertThat(seen).as("at most %d", s).isCloseTo(below, within(0.012));
        }
    }

    private static double[] panjer(double lambda, double[] size, int upTo) {
        double[] f = new double[upTo + 1];
        f[0] = Math.exp(-lambda);
        for (int s = 1; s <= upTo; s++) {
            for (int j = 1; j < size.length && j <= s; j++) {
                f[s] += lambda / s * j * size[j] * f[s - j];
            }
        }
        return f;
    }

    @Test
    void theSameSeedGivesTheSameAnswerOnOneProcessorAndOnMany() throws Exception {
        ArrivalModel model = model(
                List.of(List.of(new Course(7_000, 20, 300)), List.of(Course.FREE)),
                new Rate(4, 12, 0.95),
                GroupShocks.known(1, 3, 0.7, 20));
        MoneyForecast many = MoneyForecast.of(model, question(3_000, 42));
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            assertThat(one.submit(() -> MoneyForecast.of(model, question(3_000, 42)))
                            .get())
                    .isEqualTo(many);
        }
        assertThat(MoneyForecast.of(model, question(3_000, 43))).isNotEqualTo(many);
    }

    @Test
    void whatIsBoundFallsOnItsMonthAndOnNoOther() {
        ArrivalModel nobody = model(List.of(List.of(Course.FREE)), Rate.known(1e-12), GroupShocks.NONE);
        List<Long> bound = new java.util.ArrayList<>(Collections.nCopies(61, 10L));
        MoneyForecast forecast =
                MoneyForecast.of(nobody, new Question(AUGUST, END, 1_500, 1_000, bound, List.of(), 100, 1));
        assertThat(forecast.months())
                .extracting(month -> month.used().high())
                .containsExactly(1_300L, 1_610L, 1_610L, 1_610L);
        assertThat(forecast.endsIn()).contains(YearMonth.of(2023, 10));
        assertThat(forecast.lasts()).isZero();
        assertThat(forecast.missing()).isEqualTo(110);
    }

    @Test
    void fortyInSeptemberCostWhatFortyCost() {
        ArrivalModel nobody = model(List.of(List.of(new Course(500, 0, 0))), Rate.known(1e-12), GroupShocks.NONE);
        Question.WhatIf forty = new Question.WhatIf(40, LocalDate.of(2023, 9, 1), LocalDate.of(2023, 9, 30));
        MoneyForecast forecast =
                MoneyForecast.of(nobody, new Question(AUGUST, END, 30_000, 0, List.of(), List.of(forty), 100, 1));
        assertThat(forecast.total()).isEqualTo(new Range(20_000, 20_000, 20_000));
        assertThat(forecast.persons().middle()).isEqualTo(40);
        assertThat(forecast.lasts()).isEqualTo(1);
        assertThat(forecast.endsIn()).isEmpty();
    }

    @Test
    void theChancesOfTheMonthsAndOfLastingAddUpToOne() {
        ArrivalModel model =
                model(List.of(List.of(new Course(1_000, 0, 0))), new Rate(5, 20, 0.95), GroupShocks.known(1, 3, 1, 30));
        MoneyForecast forecast =
                MoneyForecast.of(model, new Question(AUGUST, END, 20_000, 0, List.of(), List.of(), 5_000, 9));
        double ends = forecast.months().stream()
                .mapToDouble(MoneyForecast.Month::endsHere)
                .sum();
        assertThat(ends + forecast.lasts()).isCloseTo(1, within(1e-12));
        assertThat(forecast.lasts()).isBetween(0.05, 0.95);
    }
}
