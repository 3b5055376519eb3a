package se.ledfyr.methods.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Forecasts as they would have been made on days gone by, from what was known then, beside what came.
///
/// Only new admissions are foretold and compared; what had been bound before is known in both and would
/// flatter.
///
/// @param lines one a day of forecasting
public record BackTest(List<Line> lines) {

    private static final int SIMULATIONS = 2_000;
    private static final double WIDE = 0.95;
    private static final double NARROW = 0.5;

    /// @param origin first day that was not known yet
    /// @param end last day that was foretold
    /// @param persons persons foretold, the middle 90 of 100 simulations
    /// @param half the middle half of them
    /// @param wide the middle 95 of 100
    /// @param came persons who came
    /// @param cost money foretold for them up to the end, in öre, the middle 90 of 100
    /// @param was what those who came cost up to the end
    public record Line(
            LocalDate origin, LocalDate end, Range persons, Range half, Range wide, long came, Range cost, long was) {}

    /// Which range is judged.
    public enum Judged {
        PERSONS_HALF,
        PERSONS_NINETY,
        PERSONS_WIDE,
        COST_NINETY
    }

    public BackTest {
        lines = List.copyOf(lines);
    }

    /// From every first of a month after the first year of a history to the end of that calendar year.
    ///
    /// @param fit how a model is made of what was known
    public static BackTest toEndOfYear(History history, Fit fit, long seed) {
        return run(history, fit, seed, origin -> LocalDate.of(origin.getYear(), 12, 31));
    }

    /// From every first of a month after the first year to the end of that month: what is foretold
    /// never overlaps.
    public static BackTest oneMonth(History history, Fit fit, long seed) {
        return run(history, fit, seed, origin -> origin.plusMonths(1).minusDays(1));
    }

    /// How a model is made of what was known. It is asked on many processors at once.
    @FunctionalInterface
    public interface Fit {
        ArrivalModel of(History known);
    }

    private static BackTest run(History history, Fit fit, long seed, UnaryOperator<LocalDate> endOf) {
        List<LocalDate> origins = new ArrayList<>();
        LocalDate first = history.from().plusYears(1).withDayOfMonth(1);
        for (; endOf.apply(first).isBefore(history.until()); first = first.plusMonths(1)) {
            origins.add(first);
        }
        return new BackTest(origins.parallelStream()
                .map(origin -> line(history, fit, seed, origin, endOf.apply(origin)))
                .toList());
    }

    private static Line line(History history, Fit fit, long seed, LocalDate origin, LocalDate end) {
        Question question =
                new Question(origin.minusDays(1), end, Long.MAX_VALUE, 0, List.of(), List.of(), SIMULATIONS, seed);
        Simulation simulation = Simulation.run(fit.of(history.before(origin)), question);
        long[] persons =
                Arrays.stream(simulation.persons()).asLongStream().sorted().toArray();
        List<Admission> came = history.admissions().stream()
                .filter(one -> !one.day().isBefore(origin) && !one.day().isAfter(end))
                .toList();
        long was = came.stream()
                .mapToLong(one -> one.course().between(0, (int) ChronoUnit.DAYS.between(one.day(), end)))
                .sum();
        return new Line(
                origin,
                end,
                Range.of(persons, MoneyForecast.SHARE),
                Range.of(persons, NARROW),
                Range.of(persons, WIDE),
                came.size(),
                Range.of(simulation.sorted(simulation.months().count() - 1), MoneyForecast.SHARE),
                was);
    }

    /// How many of the ranges held what came.
    public int held(Judged judged) {
        return (int) lines.stream().filter(line -> holds(line, judged)).count();
    }

    private static boolean holds(Line line, Judged judged) {
        return switch (judged) {
            case PERSONS_HALF -> line.half().holds(line.came());
            case PERSONS_NINETY -> line.persons().holds(line.came());
            case PERSONS_WIDE -> line.wide().holds(line.came());
            case COST_NINETY -> line.cost().holds(line.was());
        };
    }
}
