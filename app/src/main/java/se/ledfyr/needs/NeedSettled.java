package se.ledfyr.needs;

/// Published when a need was met, or it was said why not.
public record NeedSettled(NeedId need, NeedState state) {}
