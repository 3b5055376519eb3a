package se.ledfyr.consent;

import se.ledfyr.people.PersonId;

/// Published in the transaction in which a consent was withdrawn, after what had not been adopted was closed.
public record ConsentWithdrawn(ConsentId consent, PersonId person) {}
