package se.ledfyr.methods.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// How many parties came in each month of a history.
///
/// @param parties who came by themselves
/// @param exposure how much of a month was watched, 1 for a month of middle length
/// @param ofYear the month of the year, January 0
/// @param year the first 0
record MonthCounts(int[] parties, double[] exposure, int[] ofYear, int[] year) {

    static MonthCounts of(History history) {
        YearMonth first = YearMonth.from(history.from());
        int count = (int) ChronoUnit.MONTHS.between(
                        first, YearMonth.from(history.until().minusDays(1)))
                + 1;
        int[] parties = new int[count];
        double[] exposure = new double[count];
        int[] ofYear = new int[count];
        int[] year = new int[count];
        for (int i = 0; i < count; i++) {
            YearMonth month = first.plusMonths(i);
            LocalDate from = later(month.atDay(1), history.from());
            LocalDate until = earlier(month.plusMonths(1).atDay(1), history.until());
            exposure[i] = History.months(ChronoUnit.DAYS.between(from, until));
            ofYear[i] = month.getMonthValue() - 1;
            year[i] = month.getYear() - first.getYear();
        }
        for (History.Arrived party : history.parties()) {
            parties[(int) ChronoUnit.MONTHS.between(first, YearMonth.from(party.day()))]++;
        }
        return new MonthCounts(parties, exposure, ofYear, year);
    }

    int length() {
        return parties.length;
    }

    int years() {
        return year[year.length - 1] + 1;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
