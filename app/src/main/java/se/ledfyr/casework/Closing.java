package se.ledfyr.casework;

import org.jspecify.annotations.Nullable;

/// How a case ends.
///
/// @param outcome a code of `case_outcome`
/// @param reason in words, for the own organisation only; at most 2000 characters
public record Closing(String outcome, @Nullable String reason) {

    public Closing {
        if (outcome.isBlank()) {
            throw new IllegalArgumentException("A case is closed with an outcome");
        }
        reason = reason == null || reason.isBlank() ? null : Registrations.given(reason);
    }
}
