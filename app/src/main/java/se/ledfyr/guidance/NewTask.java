package se.ledfyr.guidance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.HolderInside;

/// Something to be done for the person of a case, as first written down.
///
/// @param action the action of the manual it comes from; null for one in own words alone
/// @param words own words, kept sealed; null where the action says it all
/// @param owner who sees to it
/// @param due day by which it is to be done; null when none is set
public record NewTask(
        @Nullable String action,
        @Nullable String words,
        HolderInside owner,
        @Nullable LocalDate due) {

    /// Longest text in own words.
    public static final int MAX_WORDS = 500;

    public NewTask {
        if (words != null) {
            words = words.strip();
            if (words.length() > MAX_WORDS) {
                throw new IllegalArgumentException("words must be at most %d characters".formatted(MAX_WORDS));
            }
            words = words.isEmpty() ? null : words;
        }
        if (action == null && words == null) {
            throw new IllegalArgumentException("a task says what is to be done");
        }
    }

    /// Own words stay out of logs.
    @Override
    public String toString() {
        return "NewTask";
    }
}
