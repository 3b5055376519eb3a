package se.ledfyr.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A closed account. Both ends see the same figures, and nobody changes them again.
///
/// @param carried of what was left, to the year after
/// @param paidBack of what was left, to the funder
/// @param confirmedOn when the funder agreed to it; null before
public record Closing(
        LocalDate closedOn,
        Account account,
        Money carried,
        Money paidBack,
        @Nullable LocalDate confirmedOn) {}
