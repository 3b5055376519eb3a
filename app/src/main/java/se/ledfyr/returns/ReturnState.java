package se.ledfyr.returns;

/// How far the question of admission has come. The names are stored: never renamed.
public enum ReturnState {
    /// Waits for the decision of whoever carries out returns.
    SENT,
    ADMITTED,
    REFUSED,
    /// Taken back by the office before it was decided.
    WITHDRAWN
}
