package se.ledfyr.access.web;

/// One organisation that takes part, in words.
///
/// @param area the region or municipality it answers for; empty when it is the whole country
public record OrganisationLine(String name, String kind, String area) {}
