package se.ledfyr.casework;

/// An event in a list.
///
/// @param people how many registrations in the figures belong to it
public record EventLine(Event event, long people) {}
