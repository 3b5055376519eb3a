package se.ledfyr.budget;

import java.time.Instant;

/// An answer as it was kept.
///
/// @param at when it was reckoned
public record Kept<T>(Instant at, T answer) {}
