package se.ledfyr.needs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// One stretch of time in which an organisation owed a need.
///
/// @param until null while it still does
public record Duty(
        OrganisationId organisation, Instant from, @Nullable Instant until) {}
