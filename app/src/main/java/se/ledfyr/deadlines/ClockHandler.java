package se.ledfyr.deadlines;

/// What happens when a clock of one kind reminds or is due. A bean of the module whose limit it is.
///
/// Each method is called once per clock, in the transaction that marks the clock: if it throws, the mark is undone and
/// the clock is tried again later; what it has written is undone as well. It acts as the house for the organisation of
/// the clock ([se.ledfyr.access.Acting#houseFor]), with the right to work with people, and for no member. Parts for
/// another organisation are done through
/// [se.ledfyr.access.JointTransaction].
public interface ClockHandler {

    /// The kind of clock it is for, as in [ClockRequest#kind]. No two handlers have the same.
    String kind();

    /// Key of the kind's name in the message files of its own module.
    String key();

    /// Half of the time has passed, or whatever share the rule says. Letters that remind go out without this.
    default void remind(RunningClock clock) {}

    /// The time is over, and what was owed has not been done.
    void due(RunningClock clock);

    /// Whether members get a letter at the reminder and at the end. A handler that writes its own says no.
    default boolean sendsLetters() {
        return true;
    }
}
