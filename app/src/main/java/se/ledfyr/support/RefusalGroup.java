package se.ledfyr.support;

/// How often municipalities said no to a group of people.
///
/// @param code of the group; [RefusalGroups#FEW] for those that are too few to stand alone, put together
/// @param all how many refusals
/// @param written how many of them in writing
/// @param askedInVain how many not in writing although that was asked for
public record RefusalGroup(String code, int all, int written, int askedInVain) {}
