package se.ledfyr.budget;

/// What has a price of its own.
public enum PriceKind {
    /// A day and night in protected housing.
    BED_DAY,
    /// A day of support outside of it.
    SUPPORT_DAY,
    /// What was granted to somebody who was granted no days.
    MEASURE,
    /// A return with all that belongs to it.
    RETURN,
    /// Running the programme for a month.
    ADMINISTRATION
}
