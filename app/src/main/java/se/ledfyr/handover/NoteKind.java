package se.ledfyr.handover;

/// What a text about an offer is. The names are stored.
public enum NoteKind {
    WHY,
    QUESTION,
    REPLY,
    DECLINE,
    LATE_DECLINE,
    WITHDRAWAL,
    ESCALATION,
    /// Why a no was taken further, to the offices.
    FURTHER
}
