package se.ledfyr.deadlines;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Which days are working days in Sweden.
///
/// No working day is what lagen (1930:173) om beräkning av lagstadgad tid 2 § lists: a Sunday, another public
/// holiday of lagen (1989:253) om allmänna helgdagar, a Saturday, and the eves of Midsummer, Christmas and the New
/// Year, which are no public holidays. The days themselves come from Jollyday, whose Swedish calendar holds
/// holidays and eves alike.
final class WorkingDays {

    private static final Map<Year, Set<LocalDate>> FREE = new ConcurrentHashMap<>();

    private WorkingDays() {}

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !free(Year.from(day)).contains(day);
    }

    /// `day` itself when it is a working day, else the first one after it.
    static LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /// @param count how many working days later, at least 1
    static LocalDate after(LocalDate day, int count) {
        LocalDate found = day;
        for (int i = 0; i < count; i++) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    private static Set<LocalDate> free(Year year) {
        return FREE.computeIfAbsent(
                year,
                asked ->
                        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN))
                                .getHolidays(asked)
                                .stream()
                                .map(holiday -> holiday.getDate())
                                .collect(Collectors.toUnmodifiableSet()));
    }
}
