package se.ledfyr.pages;

/// One choice in a form.
///
/// @param value what is sent
/// @param label what is shown
/// @param chosen whether it is chosen now
public record Option(String value, String label, boolean chosen) {}
