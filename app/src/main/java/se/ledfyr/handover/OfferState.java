package se.ledfyr.handover;

/// Whether an offer still waits, and how it ended.
public enum OfferState {
    /// Waits for an answer. Whoever offered keeps the duty.
    OPEN,
    /// Responsibility has moved.
    ACCEPTED,
    /// The receiver said no, with a reason. Whoever offered has it to ask for again.
    DECLINED,
    /// The receiver said no, and an office must now find a way. Whoever offered keeps the duty meanwhile.
    TAKEN_FURTHER,
    /// Whoever offered took it back.
    WITHDRAWN,
    /// Time ran out without an answer, and the asking goes on elsewhere.
    EXPIRED
}
