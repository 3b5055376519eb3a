package se.ledfyr.justice;

import org.jspecify.annotations.Nullable;

/// A crime that a report is about.
///
/// @param crime code of list `crime_classification`, which tables count
/// @param braCode four digits, code of list `crime_code`; null when only the class is known
public record Crime(String crime, @Nullable String braCode) {}
