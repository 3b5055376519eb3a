package se.ledfyr.permits;

/// How far an application has come. The names are stored.
public enum ApplicationState {
    /// With the Migration Agency.
    APPLIED,
    GRANTED,
    REFUSED,
    /// Written by mistake: nowhere counted, and nothing follows.
    STRUCK
}
