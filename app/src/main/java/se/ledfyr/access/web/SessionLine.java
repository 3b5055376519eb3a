package se.ledfyr.access.web;

/// One open session as its owner sees it.
///
/// @param key names it when it is to be ended
/// @param here whether it is the one this page is shown in
public record SessionLine(String key, String since, String lastUsed, boolean here) {}
