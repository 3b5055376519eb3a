package se.ledfyr.support;

/// How an application reached the programme. The names are stored.
public enum Channel {
    /// From an organisation that takes part, with what was shared sealed beside it.
    LEDFYR,
    /// The programme's own office wrote it down while somebody told it.
    TELEPHONE,
    PAPER
}
