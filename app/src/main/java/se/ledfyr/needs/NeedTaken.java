package se.ledfyr.needs;

import se.ledfyr.organisations.OrganisationId;

/// Published when another organisation has taken over what was owed to somebody.
public record NeedTaken(NeedId need, OrganisationId from, OrganisationId to) {}
