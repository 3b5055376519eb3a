package se.ledfyr.needs;

/// Published when a settled need turned out to be there still.
public record NeedReopened(NeedId need) {}
