package se.ledfyr.reports.web;

/// A number with everybody and without a group case.
///
/// @param across where the table has columns, which one
public record BesideRow(String line, String across, Shown all, Shown without) {}
