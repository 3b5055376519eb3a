package se.ledfyr.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of the log as auditors read it: never who or what it was about by name.
///
/// @param seq its place in the chain
/// @param subjects how many things it was about
public record Entry(
        long seq,
        Instant at,
        Who who,
        Action action,
        Subject kind,
        int subjects,
        @Nullable String reason,
        @Nullable String detail) {}
