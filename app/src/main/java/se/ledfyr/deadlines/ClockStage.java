package se.ledfyr.deadlines;

/// How far a clock has come. The names are stored: a value is never renamed, only added.
public enum ClockStage {
    /// Set, and nothing has happened yet.
    RUNNING,
    /// The reminder has gone out.
    REMINDED,
    /// Its time has come and was dealt with.
    DUE,
    /// What was owed was done in time.
    STOPPED
}
