package se.ledfyr.guidance;

/// What somebody says of an action of the manual for one person.
public enum Mark {
    OPEN,
    DONE,
    /// It is not for this person.
    DOES_NOT_FIT
}
