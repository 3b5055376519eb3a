package se.ledfyr.audit;

/// What a walk along the whole chain has found.
public sealed interface ChainState {

    /// Every entry is there, unaltered and in its place.
    ///
    /// @param entries how many there are
    /// @param head hash of the last one, in hexadecimal. Kept elsewhere, it shows later that nothing before it was
    ///     rewritten, not even by somebody who could rewrite everything
    record Whole(long entries, String head) implements ChainState {}

    /// @param seq number of the first link that does not hold
    record Broken(long seq, Fault fault) implements ChainState {}

    /// What is wrong with a link.
    enum Fault {
        /// The entry is not there, though later ones are.
        MISSING,
        /// What the entry says is not what was written.
        ALTERED,
        /// The entry is what was written, but not in this place.
        MOVED,
        /// This entry and everything after it is not there.
        CUT_OFF,
        /// The entries are whole, but the kept end of the chain is another.
        WRONG_HEAD
    }
}
