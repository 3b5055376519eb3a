package se.ledfyr.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One time somebody saw or changed a thing.
public record Sight(
        Instant at, Who who, Action action, @Nullable String reason) {}
