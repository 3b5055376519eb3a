package se.ledfyr.methods.estimation;

/// Limits that cannot be given.
///
/// @param text why, for an analyst
public record NoLimits(String text) implements Limits {}
