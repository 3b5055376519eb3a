package se.ledfyr.methods.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The months of a forecast, the first and last perhaps in part. Days are counted from the day after
/// `asOf`, which is 0.
///
/// @param names the calendar months
/// @param first first day of each
/// @param last last day of each
/// @param beginsAnew whether the first is whole, so that it is another month than the last one known
record Months(List<YearMonth> names, int[] first, int[] last, boolean beginsAnew) {

    static Months of(LocalDate asOf, LocalDate end) {
        LocalDate start = asOf.plusDays(1);
        List<YearMonth> names = new ArrayList<>();
        for (YearMonth month = YearMonth.from(start);
                !month.isAfter(YearMonth.from(end));
                month = month.plusMonths(1)) {
            names.add(month);
        }
        int[] first = new int[names.size()];
        int[] last = new int[names.size()];
        for (int i = 0; i < names.size(); i++) {
            first[i] = i == 0 ? 0 : last[i - 1] + 1;
            LocalDate ends = names.get(i).atEndOfMonth();
            last[i] = (int) ChronoUnit.DAYS.between(start, ends.isAfter(end) ? end : ends);
        }
        return new Months(names, first, last, start.getDayOfMonth() == 1);
    }

    int count() {
        return names.size();
    }

    int days(int month) {
        return last[month] - first[month] + 1;
    }

    /// The month that a day lies in.
    int of(int day) {
        int month = 0;
        while (last[month] < day) {
            month++;
        }
        return month;
    }

    /// Adds what a course costs in each month, when it begins on `day`.
    void spread(Course course, int day, long[] cost) {
        for (int month = of(day); month < count(); month++) {
            cost[month] += course.between(Math.max(0, first[month] - day), last[month] - day);
            if (course.days() <= last[month] - day) {
                return;
            }
        }
    }
}
