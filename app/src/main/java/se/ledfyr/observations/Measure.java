package se.ledfyr.observations;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A number that a line gives of what happened; none where it, or what is left of the line without it, would be about
/// few people.
public enum Measure {
    /// People, each once.
    PEOPLE,
    /// How many times.
    TIMES,
    /// How many of them in writing.
    WRITTEN,
    /// How many of them without a decision in writing.
    NOT_WRITTEN,
    /// How many not in writing although that was asked for.
    ASKED_IN_VAIN,
    /// How many were not answered in time.
    LATE,
    /// People whom nobody had helped with it.
    HELPED_BY_NOBODY,
    /// People in whose need no authority gave support.
    NOT_MET_BY_AUTHORITY,
    /// People in whose need neither authorities nor civil society gave support.
    NOT_MET_AT_ALL,
    /// People whom civil society found, or who said it themselves.
    FOUND_OUTSIDE,
    /// Days that half did not exceed; for fewer than [Floors#FLOOR] people there is none.
    MEDIAN_DAYS,
    /// Days that nine of ten did not exceed; likewise.
    DAYS_OF_NINE_IN_TEN,
    /// People for whom it has not ended; left out where they, or the others, are few.
    STILL_WAITING;

    /// Fewer people than this, but somebody, are not told apart inside a line.
    private static final int FEW = 5;

    /// @return null where the number would be about few people
    @Nullable
    Integer of(List<Happening> happenings) {
        return switch (this) {
            case PEOPLE -> Floors.people(happenings);
            case TIMES -> happenings.size();
            case WRITTEN, LATE -> first(happenings, false);
            case NOT_WRITTEN, ASKED_IN_VAIN -> second(happenings, false);
            case HELPED_BY_NOBODY, NOT_MET_BY_AUTHORITY, FOUND_OUTSIDE -> first(happenings, true);
            case NOT_MET_AT_ALL -> second(happenings, true);
            case MEDIAN_DAYS -> days(happenings, 5);
            case DAYS_OF_NINE_IN_TEN -> days(happenings, 9);
            case STILL_WAITING -> waiting(happenings);
        };
    }

    /// How many of a line have the first mark. Not told where those who have it, or those who have not, are few: the
    /// line tells how many all are.
    private static @Nullable Integer first(List<Happening> happenings, boolean people) {
        return apartFrom(happenings, Happening::first) ? count(happenings, people, Happening::first) : null;
    }

    /// How many have the second. The first is told beside it, so everybody is divided by both.
    private static @Nullable Integer second(List<Happening> happenings, boolean people) {
        return apartFrom(happenings, one -> one.first() + " " + one.second())
                ? count(happenings, people, Happening::second)
                : null;
    }

    private static boolean apartFrom(List<Happening> happenings, Function<Happening, Object> by) {
        return happenings.stream().collect(Collectors.groupingBy(by)).values().stream()
                .noneMatch(some -> isFew(Floors.people(some)));
    }

    private static int count(List<Happening> happenings, boolean people, Predicate<Happening> mark) {
        List<Happening> marked = happenings.stream().filter(mark).toList();
        return people ? Floors.people(marked) : marked.size();
    }

    private static @Nullable Integer waiting(List<Happening> happenings) {
        int all = Floors.people(happenings);
        int waiting = Floors.people(
                happenings.stream().filter(one -> one.days() == null).toList());
        return isFew(waiting) || isFew(all - waiting) ? null : waiting;
    }

    private static boolean isFew(int people) {
        return people > 0 && people < FEW;
    }

    /// The smallest number of days that so many tenths do not exceed.
    private static @Nullable Integer days(List<Happening> happenings, int tenths) {
        List<Happening> ended =
                happenings.stream().filter(one -> one.days() != null).toList();
        if (Floors.people(ended) < Floors.FLOOR) {
            return null;
        }
        List<Integer> days = ended.stream()
                .map(Happening::days)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return days.get((days.size() * tenths + 9) / 10 - 1);
    }
}
