package se.ledfyr.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;

/// Which entries to read. What is null is not asked for.
///
/// @param day in Swedish local time
/// @param before only entries earlier in the chain than this number
public record Search(
        @Nullable MemberId member,
        @Nullable Action action,
        @Nullable LocalDate day,
        @Nullable Long before) {

    /// What was asked for, without saying about whom; null when it was everything.
    @Nullable
    String inWords() {
        List<String> asked = new ArrayList<>();
        if (member != null) {
            asked.add("one member");
        }
        if (action != null) {
            asked.add(action.name());
        }
        if (day != null) {
            asked.add(day.toString());
        }
        return asked.isEmpty() ? null : String.join(", ", asked);
    }
}
