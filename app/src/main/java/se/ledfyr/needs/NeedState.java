package se.ledfyr.needs;

/// How far a need has come.
public enum NeedState {
    /// Somebody owes it.
    OPEN,
    /// The person got what they needed.
    MET,
    /// The person got some of it, and it has been said why not the rest.
    PARTLY_MET,
    /// The person got nothing, and it has been said why.
    UNMET,
    /// It was written by mistake and counts nowhere.
    STRUCK
}
