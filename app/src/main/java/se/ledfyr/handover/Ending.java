package se.ledfyr.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// How an offer came to its end and, where it was accepted, what became of it since: the sender's receipt.
///
/// @param by who ended it: accepted, declined, took back or gave up
/// @param member null when nobody signed in did: a clock, or somebody who came through a link
/// @param endedAt when what was accepted came to its end; null while it goes on
/// @param outcome a code of `case_outcome` for a case, the state for a need; null while it goes on
public record Ending(
        Instant at,
        OrganisationId by,
        @Nullable MemberId member,
        @Nullable Instant endedAt,
        @Nullable String outcome) {}
