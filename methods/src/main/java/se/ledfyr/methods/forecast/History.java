package se.ledfyr.methods.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who was admitted from one day to another. Days without anybody count as well, so the two ends
/// matter.
///
/// @param from first day that was watched
/// @param until first day that was not
public record History(LocalDate from, LocalDate until, List<Admission> admissions) {

    private static final double DAYS_OF_MONTH = 365.25 / 12;

    /// @throws IllegalArgumentException when nothing was watched, or somebody came outside of what was
    public History {
        admissions = List.copyOf(admissions);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a history is at least one day long");
        }
        for (Admission one : admissions) {
            if (one.day().isBefore(from) || !one.day().isBefore(until)) {
                throw new IllegalArgumentException("admitted outside of what was watched");
            }
        }
    }

    /// What was known on the morning of `day`.
    ///
    /// @throws IllegalArgumentException when nothing was watched before
    public History before(LocalDate day) {
        return new History(
                from,
                day.isBefore(until) ? day : until,
                admissions.stream().filter(one -> one.day().isBefore(day)).toList());
    }

    /// Length in months of equal length.
    public double months() {
        return ChronoUnit.DAYS.between(from, until) / DAYS_OF_MONTH;
    }

    static double months(long days) {
        return days / DAYS_OF_MONTH;
    }

    /// Those who came by themselves, by the party they came in; the day is that of the first of them.
    List<Arrived> parties() {
        Map<Integer, List<Admission>> byParty = new LinkedHashMap<>();
        admissions.stream()
                .filter(one -> one.group() == null)
                .forEach(one -> byParty.computeIfAbsent(one.party(), unused -> new ArrayList<>())
                        .add(one));
        return byParty.entrySet().stream().map(Arrived::of).toList();
    }

    /// The groups that came.
    List<Arrived> groups() {
        Map<Integer, List<Admission>> byGroup = new LinkedHashMap<>();
        for (Admission one : admissions) {
            Integer group = one.group();
            if (group != null) {
                byGroup.computeIfAbsent(group, unused -> new ArrayList<>()).add(one);
            }
        }
        return byGroup.entrySet().stream().map(Arrived::of).toList();
    }

    /// Persons who came together.
    ///
    /// @param number of the party or the group
    /// @param day of the first of them
    /// @param span days from the first to the last
    record Arrived(int number, LocalDate day, int span, List<Course> courses) {

        static Arrived of(Map.Entry<Integer, List<Admission>> numbered) {
            List<Admission> members = numbered.getValue();
            LocalDate first = members.stream()
                    .map(Admission::day)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate last = members.stream()
                    .map(Admission::day)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            return new Arrived(
                    numbered.getKey(),
                    first,
                    (int) ChronoUnit.DAYS.between(first, last),
                    members.stream().map(Admission::course).toList());
        }
    }
}
