package se.ledfyr.support;

import java.time.Instant;
import java.time.LocalDate;

/// What was answered when a time in the programme came to its end.
///
/// @param last the last day that was written down
/// @param follows a code of `nsp_follows`
public record FollowUp(Phase phase, LocalDate last, String follows, Instant at) {}
