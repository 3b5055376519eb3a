package se.ledfyr.methods.wages;

/// What kind of hour was worked. The names are stored: a value is never renamed, only added.
public enum HourKind {
    /// An hour of ordinary working time.
    ORDINARY,
    /// An hour beyond it, paid in full with a rate of its own.
    OVERTIME,
    /// An hour in the evening, at night or at a weekend: paid with a supplement on top of what it is
    /// otherwise.
    UNSOCIAL
}
