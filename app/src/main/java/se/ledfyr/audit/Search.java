package se.ledfyr.audit;

import java.time.LocalDate;
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

    /// What was asked for, without saying about whom.
    String inWords() {
        return "member %s, action %s, day %s"
                .formatted(member == null ? "any" : "one", action == null ? "any" : action, day == null ? "any" : day);
    }
}
