package se.ledfyr.handover;

/// Whether an offer still waits, and how it ended.
public enum OfferState {
    /// Waits for an answer. Whoever offered keeps the duty.
    OPEN,
    /// Responsibility has moved.
    ACCEPTED,
    /// The receiver said no, with a reason.
    DECLINED,
    /// Whoever offered took it back.
    WITHDRAWN,
    /// Time ran out without an answer, and the asking goes on elsewhere.
    EXPIRED
}
