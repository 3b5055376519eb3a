package se.ledfyr.permits;

/// Published when a decision on an application was written down or corrected.
public record ApplicationDecided(ApplicationId application) {}
