package se.ledfyr.casework;

import se.ledfyr.organisations.OrganisationId;

/// Responsibility for a case went from one organisation to another. Published in the transaction, bound
/// to `to`.
public record CaseTaken(CaseId id, OrganisationId from, OrganisationId to) {}
