package se.ledfyr.methods.estimation;

/// No number, because the table does not support one.
///
/// @param estimability what failed; `FINE` if only the arithmetic did not come to an end
/// @param text why, for an analyst
public record Refusal(Model model, Estimability estimability, String text, Provenance provenance) implements Outcome {}
