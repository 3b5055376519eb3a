package se.ledfyr.methods.printed;

/// What comes of comparing what was printed with what follows from the rest.
public enum Verdict {
    /// Both can be true, to the precision that was printed.
    AGREES,
    /// They cannot both be true.
    CONFLICTS,
    /// True on one reading only, or two passages say different things in words.
    DOUBTFUL
}
