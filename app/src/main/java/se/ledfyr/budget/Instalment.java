package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of the granted money, to be paid on a day.
///
/// @param receivedOn when it came; null before
public record Instalment(
        UUID id, LocalDate dueOn, Money amount, @Nullable LocalDate receivedOn) {}
