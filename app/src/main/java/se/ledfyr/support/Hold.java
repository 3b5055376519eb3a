package se.ledfyr.support;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place that the acting member holds for some nights.
///
/// @param place the number of the place
/// @param leavesOn the day from which it is free again
/// @param heldUntil the last day on which it is held unless somebody uses it; null where no clock releases it
public record Hold(
        UUID id,
        int place,
        LocalDate arrivesOn,
        LocalDate leavesOn,
        @Nullable LocalDate heldUntil) {}
