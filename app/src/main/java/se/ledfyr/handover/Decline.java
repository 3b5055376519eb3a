package se.ledfyr.handover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A no, with its reason.
///
/// @param text in the receiver's own words, at most 2000 characters; may be empty
/// @param written whether the person was given a written decision; null where nobody decides in writing
/// @param decidedOn the day of the written decision; there exactly when it was given
public record Decline(
        DeclineReason reason,
        String text,
        @Nullable Boolean written,
        @Nullable LocalDate decidedOn) {

    public Decline {
        text = Words.optional(text);
        if ((decidedOn != null) != Boolean.TRUE.equals(written)) {
            throw new IllegalArgumentException("A written decision has a day, and only a written decision has one");
        }
    }

    /// Without the text.
    @Override
    public String toString() {
        return "Decline[" + reason + "]";
    }
}
