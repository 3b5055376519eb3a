package se.ledfyr.methods.forecast;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a programme will have cost by the end of its year, and when its money ends.
///
/// @param total money used by the end, the middle 90 of 100 simulations
/// @param persons who are still to be admitted, likewise
/// @param mean money used by the end, on average
/// @param months each remaining month
/// @param lasts share of the simulations in which the money is enough, from 0 to 1
public record MoneyForecast(
        Question question, Range total, Range persons, long mean, List<Month> months, double lasts) {

    /// How much of the simulations lies within the ranges.
    public static final double SHARE = 0.9;

    /// @param used money used by the end of the month
    /// @param endsHere share of the simulations in which the money ends in this month, from 0 to 1
    public record Month(YearMonth name, Range used, double endsHere) {}

    public MoneyForecast {
        months = List.copyOf(months);
    }

    /// Takes well under a second for 10,000 simulations. The same model and question give the same
    /// answer on any machine, with any number of processors.
    public static MoneyForecast of(ArrivalModel model, Question question) {
        Simulation simulation = Simulation.run(model, question);
        int[] endings = new int[simulation.months().count()];
        int enough = 0;
        for (long[] one : simulation.cost()) {
            int month = 0;
            while (month < one.length && one[month] <= question.available()) {
                month++;
            }
            if (month == one.length) {
                enough++;
            } else {
                endings[month]++;
            }
        }
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < endings.length; i++) {
            months.add(new Month(
                    simulation.months().names().get(i),
                    Range.of(simulation.sorted(i), SHARE),
                    (double) endings[i] / question.simulations()));
        }
        long[] totals = simulation.sorted(endings.length - 1);
        return new MoneyForecast(
                question,
                Range.of(totals, SHARE),
                Range.of(
                        Arrays.stream(simulation.persons())
                                .asLongStream()
                                .sorted()
                                .toArray(),
                        SHARE),
                Math.round(Arrays.stream(totals).average().orElseThrow()),
                months,
                (double) enough / question.simulations());
    }

    /// The first month by whose end the money has run out in at least half of the simulations; none
    /// when it rather lasts.
    public Optional<YearMonth> endsIn() {
        double sum = 0;
        for (Month month : months) {
            sum += month.endsHere();
            if (sum >= 0.5) {
                return Optional.of(month.name());
            }
        }
        return Optional.empty();
    }

    /// How much more money it takes for it to last with the certainty of the upper end; 0 when it lasts
    /// anyway.
    public long missing() {
        return Math.max(0, total.high() - question.available());
    }
}
