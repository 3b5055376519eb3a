package se.ledfyr.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A way in as its sender sees it: that it was sent, tried and used, never the address or the code.
///
/// @param failures wrong codes so far
/// @param openedAt when the right code was given; it works once
/// @param closedAt when it died: the offer ended, another link was made, or too many codes were wrong
public record LinkSight(
        Instant madeAt,
        Instant expiresAt,
        int failures,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt) {}
