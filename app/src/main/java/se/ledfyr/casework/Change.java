package se.ledfyr.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;

/// One field of a registration, before and after.
///
/// @param kind `CORRECTED`, `REMOVED` or `RESTORED`
/// @param field name of the field, as in a registration file
/// @param before what it said, as code or text; null when empty or sealed
/// @param by null when the operator brought in a file
public record Change(
        int version,
        String kind,
        String field,
        @Nullable String before,
        @Nullable String after,
        String reason,
        Instant at,
        @Nullable MemberId by) {}
