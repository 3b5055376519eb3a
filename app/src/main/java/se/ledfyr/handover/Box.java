package se.ledfyr.handover;

/// A list of offers of the acting organisation.
public enum Box {
    /// Waiting for our answer, the most urgent first.
    INBOX,
    /// Waiting for somebody else's answer, the most urgent first.
    OUTBOX,
    /// Silence that was carried to us, the most urgent first.
    ESCALATED,
    /// Ended, the latest first.
    ENDED
}
