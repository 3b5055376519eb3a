package se.ledfyr.needs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A need as it is first written down.
///
/// @param type code of list `need_support`, but never [#ALL]: whoever needs everything needs each of the things
/// @param child whose need it is; null for the person of the case
/// @param seenBy who noticed it, as a code of list `referred_by`
/// @param dueOn day by which it must be met; null when none is set
public record NewNeed(
        String type,
        @Nullable ChildId child,
        LocalDate seenOn,
        String seenBy,
        boolean acute,
        @Nullable LocalDate dueOn) {

    /// The answer in old surveys that hides what is needed. It comes in with their files and is never written here.
    public static final String ALL = "all_of_above";

    public NewNeed {
        if (type.equals(ALL)) {
            throw new IllegalArgumentException("each need is written by itself");
        }
        if (dueOn != null && dueOn.isBefore(seenOn)) {
            throw new IllegalArgumentException("a need is not due before it was seen");
        }
    }
}
