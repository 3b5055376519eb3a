package se.ledfyr.methods.estimation;

/// What comes of asking how sure an estimate is: limits, or why there are none.
public sealed interface Limits permits Interval, NoLimits {}
