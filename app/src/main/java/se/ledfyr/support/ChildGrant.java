package se.ledfyr.support;

import org.jspecify.annotations.Nullable;

/// A child that comes along with somebody who is granted support, and gets a grant of its own.
///
/// @param sex a code of `sex`
/// @param exposure a code of `exposure`
/// @param placement a code of `nsp_child_placement`
/// @param homeRegion police region; null in the home country
public record ChildGrant(
        String sex,
        String exposure,
        String placement,
        @Nullable String homeRegion) {}
