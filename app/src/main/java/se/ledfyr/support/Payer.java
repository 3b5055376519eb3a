package se.ledfyr.support;

/// Who pays a day. The names are stored, and are codes of `day_payer`.
public enum Payer {
    PROGRAMME,
    /// The home, out of its own money.
    HOME,
    MUNICIPALITY,
    OTHER
}
