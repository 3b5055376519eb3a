package se.ledfyr.surveys;

import org.jspecify.annotations.Nullable;

/// Which contacts are asked for.
///
/// @param form null for both
/// @param state null for drafts and sent ones
/// @param struck whether also those that were taken out
public record ContactFilter(
        int year, @Nullable SurveyForm form, @Nullable State state, boolean struck) {

    /// How far a contact has come.
    public enum State {
        DRAFT,
        SENT
    }

    public static ContactFilter of(int year) {
        return new ContactFilter(year, null, null, false);
    }

    public static ContactFilter of(int year, SurveyForm form) {
        return new ContactFilter(year, form, null, false);
    }

    public static ContactFilter sent(int year) {
        return new ContactFilter(year, null, State.SENT, false);
    }
}
