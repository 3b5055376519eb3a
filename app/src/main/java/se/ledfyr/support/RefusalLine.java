package se.ledfyr.support;

import org.jspecify.annotations.Nullable;

/// How often municipalities said no before somebody applied.
///
/// @param municipality four digits; null where a region is counted as a whole
/// @param all how many refusals
/// @param written how many of them in writing
/// @param askedInVain how many not in writing although that was asked for
public record RefusalLine(String region, @Nullable String municipality, int all, int written, int askedInVain) {}
