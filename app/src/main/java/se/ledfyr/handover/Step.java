package se.ledfyr.handover;

/// What can be done with an offer.
public enum Step {
    /// The receiver takes the responsibility.
    ACCEPT,
    /// An office that it was carried to takes the responsibility itself.
    TAKE_OVER,
    /// The receiver says no.
    DECLINE,
    /// The receiver says no after the asking has gone on elsewhere: it changes nothing but stays on record.
    DECLINE_LATE,
    /// The receiver asks something. The clock goes on.
    ASK,
    /// The sender answers what was asked.
    REPLY,
    /// The sender takes the offer back.
    WITHDRAW,
    /// The sender stops waiting: for an answer that did not come in time, or for an office.
    LET_GO,
    /// The sender does not leave it at a no: the office of the region, or else the national
    /// coordination, must find a way. When the sender does nothing for a time, it goes there by itself.
    TAKE_FURTHER,
    /// An office that it was carried to gives the matter back: ask somebody else, or why it cannot be solved.
    HAND_BACK,
    /// Half the time has gone.
    REMIND,
    /// Time has run out: to the office of the region.
    CARRY_TO_REGION,
    /// Time has run out again, or there is no office of the region to ask: to the national coordination.
    CARRY_TO_NATION,
    /// Time has run out at the national coordination too.
    EXPIRE;

    /// Whether whoever stands so can ever take this step; if not, the step is not there for them.
    boolean isFor(Party party) {
        return switch (this) {
            case ACCEPT, DECLINE, DECLINE_LATE, ASK -> party == Party.RECEIVER;
            case WITHDRAW, REPLY, LET_GO -> party == Party.SENDER;
            case TAKE_FURTHER -> party == Party.SENDER || party == Party.CLOCK;
            case TAKE_OVER, HAND_BACK -> party == Party.REGION_OFFICE || party == Party.NATIONAL_OFFICE;
            case REMIND, CARRY_TO_REGION, CARRY_TO_NATION, EXPIRE -> party == Party.CLOCK;
        };
    }
}
