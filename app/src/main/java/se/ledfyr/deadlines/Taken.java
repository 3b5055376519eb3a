package se.ledfyr.deadlines;

import java.util.UUID;
import se.ledfyr.organisations.OrganisationId;

/// Something whose time has come, held by the transaction under way.
record Taken(UUID id, OrganisationId organisation) {}
