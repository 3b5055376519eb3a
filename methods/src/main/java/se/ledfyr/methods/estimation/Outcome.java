package se.ledfyr.methods.estimation;

/// What comes of a procedure on a table: a number, or why there is none.
public sealed interface Outcome permits Estimate, Refusal {

    /// The model in question.
    Model model();

    Provenance provenance();
}
