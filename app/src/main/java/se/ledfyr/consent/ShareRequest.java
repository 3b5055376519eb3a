package se.ledfyr.consent;

import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ParcelContent;
import se.ledfyr.people.PersonId;

/// What somebody wants to tell another organisation about a person.
///
/// @param person in the acting organisation's keeping
/// @param purpose a code of `share_purpose`
/// @param content which groups, and the values of those that do not come from the person's identity
public record ShareRequest(
        PersonId person, OrganisationId receiver, String purpose, ParcelContent content, Basis basis) {}
