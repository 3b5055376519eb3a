package se.ledfyr.methods.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// How often the interval holds what comes, over many invented pasts in which groups come, and that it
/// holds too seldom for a forecaster who takes everybody in a group for somebody who came alone.
class CoverageTests {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final LocalDate NOW = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final Course RETURN = new Course(6_400_000, 0, 0);
    private static final int PASTS = 150;

    /// Four a month alone, and on average one and a half groups of about twenty a year.
    private static History past(int number) {
        Draws draws = new Draws(20_230_918L, number);
        List<Admission> all = new ArrayList<>();
        int days = (int) java.time.temporal.ChronoUnit.DAYS.between(START, END) + 1;
        int party = 0;
        for (int day = 0; day < days; day++) {
            for (int i = draws.poisson(4 / (365.25 / 12)); i > 0; i--) {
                all.add(new Admission(START.plusDays(day), party++, null, RETURN));
            }
            for (int i = draws.poisson(1.5 / 365.25); i > 0; i--) {
                int size = Math.max(2, (int) Math.round(Math.exp(Math.log(20) + 0.6 * draws.student(1e9))));
                int group = party++;
                for (int member = 0; member < size; member++) {
                    int on = day + draws.below(15);
                    if (on < days) {
                        all.add(new Admission(START.plusDays(on), group, group, RETURN));
                    }
                }
            }
        }
        return new History(START, END.plusDays(1), all);
    }

    /// Five a month on average; each year and each month of the year by a factor of its own, gamma distributed
    /// with a standard deviation of 0.4 and 0.3.
    private static History uneven(int number) {
        Draws draws = new Draws(20_220_101L, number);
        double[] ofMonth = java.util.stream.DoubleStream.generate(() -> draws.gammaAroundOne(11))
                .limit(Seasons.MONTHS)
                .toArray();
        List<Admission> all = new ArrayList<>();
        double ofYear = 1;
        for (LocalDate day = START; !day.isAfter(END); day = day.plusDays(1)) {
            if (day.getDayOfYear() == 1) {
                ofYear = draws.gammaAroundOne(6.25);
            }
            for (int i = draws.poisson(5 / (365.25 / 12) * ofYear * ofMonth[day.getMonthValue() - 1]); i > 0; i--) {
                all.add(new Admission(day, all.size(), null, RETURN));
            }
        }
        return new History(START, END.plusDays(1), all);
    }

    private static double coverage(IntFunction<History> pasts, BackTest.Fit fit) {
        int held = 0;
        for (int i = 0; i < PASTS; i++) {
            History history = pasts.apply(i);
            Question question =
                    new Question(NOW.minusDays(1), END, Long.MAX_VALUE, 0, List.of(), List.of(), 1_000, 7L + i);
            MoneyForecast forecast = MoneyForecast.of(fit.of(history.before(NOW)), question);
            long came = history.admissions().stream()
                    .filter(one -> !one.day().isBefore(NOW))
                    .count();
            held += forecast.persons().holds(came) ? 1 : 0;
        }
        return (double) held / PASTS;
    }

    @Test
    void nineOfTenHoldWhereGroupsCome() {
        assertThat(coverage(CoverageTests::past, known -> ArrivalModel.fit(known, RETURN, 0)))
                .isBetween(0.85, 0.99);
    }

    /// The twin: everybody alone, no shocks, Poisson numbers at the rate of the past.
    @Test
    void withoutGroupShocksTheIntervalHoldsMuchTooSeldom() {
        assertThat(coverage(CoverageTests::past, CoverageTests::everybodyAlone)).isLessThan(0.7);
    }

    @Test
    void nineOfTenHoldWhereYearsDiffer() {
        assertThat(coverage(CoverageTests::uneven, known -> ArrivalModel.fit(known, RETURN, 0)))
                .isBetween(0.82, 0.99);
    }

    /// The twin: one rate for all years.
    @Test
    void oneRateForAllYearsHoldsMuchTooSeldom() {
        assertThat(coverage(CoverageTests::uneven, CoverageTests::everybodyAlone))
                .isLessThan(0.5);
    }

    private static ArrivalModel everybodyAlone(History known) {
        return new ArrivalModel(
                Levels.of(Rate.known(known.admissions().size() / known.months())),
                List.of(List.of(RETURN)),
                GroupShocks.NONE,
                List.of(RETURN),
                0);
    }
}
