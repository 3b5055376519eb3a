package se.ledfyr.methods.estimation;

/// What a procedure says when one thing is otherwise.
///
/// @param what which lists or which threshold, as `A`, `A × B` or `0.05`
/// @param outcome an estimate, or why there is none
public record Variant(Kind kind, String what, Outcome outcome) {

    /// What is otherwise.
    public enum Kind {
        /// One list is left out, and with it those who stood on no other.
        LIST_LEFT_OUT,
        /// Two lists are taken for one.
        LISTS_MERGED,
        /// The threshold of the stepwise selection.
        THRESHOLD,
        /// One person on exactly two lists was really two: a wrong link.
        ONE_LINK_LESS,
        /// Two people on one list each were really one: a missed link.
        ONE_LINK_MORE
    }
}
