package se.ledfyr.handover;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;

/// An answer the receiver gave.
///
/// @param late whether it was given after the asking had gone on elsewhere
/// @param reason null for a yes
/// @param by null when it came through a link
/// @param written whether the person was given a written decision; null where nobody decides in writing
public record Answer(
        boolean late,
        Instant at,
        @Nullable MemberId by,
        @Nullable DeclineReason reason,
        @Nullable Boolean written,
        @Nullable LocalDate decidedOn) {

    public boolean isYes() {
        return reason == null;
    }
}
