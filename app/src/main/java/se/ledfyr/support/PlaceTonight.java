package se.ledfyr.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A place of a home on a night.
///
/// @param takenUntil the day it becomes free; null while it is. By whom it is taken, it does not say: the home may have
///     filled it itself
public record PlaceTonight(int number, @Nullable LocalDate takenUntil) {}
