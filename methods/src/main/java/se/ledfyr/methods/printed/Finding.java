package se.ledfyr.methods.printed;

/// What was found out about one claim.
///
/// @param computed what follows from the other figures, as it should have been printed; empty where
///     nothing can be computed
public record Finding(Claim claim, Verdict verdict, String computed) {}
