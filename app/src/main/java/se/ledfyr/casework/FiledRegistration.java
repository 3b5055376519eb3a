package se.ledfyr.casework;

/// One registration as a file tells it, checked but not yet taken.
///
/// @param line where its record starts in the file; the header is line 1
public record FiledRegistration(long line, RegistrationId id, Facts facts) {}
