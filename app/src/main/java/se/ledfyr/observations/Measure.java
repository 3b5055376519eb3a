package se.ledfyr.observations;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A number that a line gives of what happened.
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
            case WRITTEN, LATE ->
                (int) happenings.stream().filter(Happening::first).count();
            case NOT_WRITTEN, ASKED_IN_VAIN ->
                (int) happenings.stream().filter(Happening::second).count();
            case MEDIAN_DAYS -> days(happenings, 5);
            case DAYS_OF_NINE_IN_TEN -> days(happenings, 9);
            case STILL_WAITING -> waiting(happenings);
        };
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
