package se.ledfyr.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// One thing to be written down, before it has a place in the chain.
record Note(
        Action action,
        Subject kind,
        List<UUID> subjects,
        @Nullable OrganisationId concerns,
        @Nullable String reason,
        @Nullable String detail) {}
