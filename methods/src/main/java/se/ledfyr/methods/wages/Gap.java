package se.ledfyr.methods.wages;

/// Work for which it is not said what one kind of its hours is paid with.
///
/// @param work place of the work in the claim, from 0
public record Gap(int work, HourKind kind, Reason reason) {

    /// Why nothing can be computed.
    public enum Reason {
        /// No rate has all its days; where the wage changed in between, the work is to be divided
        /// there.
        NOT_COVERED,
        /// More than one rate has some of its days.
        MORE_THAN_ONE
    }
}
