package se.ledfyr.casework;

/// How many registrations in the figures belong to an event, and who they are about.
///
/// @param people all of them
/// @param female women and girls
/// @param male men and boys
/// @param children those known to be under 18, whichever sex
/// @param ageUnknown those whose age nobody is sure of
public record EventCount(long people, long female, long male, long children, long ageUnknown) {}
