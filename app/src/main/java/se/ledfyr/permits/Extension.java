package se.ledfyr.permits;

import java.time.LocalDate;

/// A reflection period made longer.
///
/// @param cause a code of `extension_cause`
/// @param decidedOn day of the Migration Agency's decision
/// @param until its new last day
public record Extension(Applicant askedBy, String cause, LocalDate decidedOn, LocalDate until) {}
