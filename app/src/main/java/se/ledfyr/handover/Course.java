package se.ledfyr.handover;

import java.util.Optional;

/// Where an offer stands, and what can become of it: every rule about who may do what is here, and once more in
/// the database.
///
/// @param byReceiver whether the one it was offered to accepted; an office may have taken over instead
/// @param answeredLate whether the receiver said no after the asking had gone on elsewhere
public record Course(OfferState state, Stage stage, boolean byReceiver, boolean answeredLate) {

    /// Where every offer begins.
    public static final Course BEGUN = new Course(OfferState.OPEN, Stage.WAITING, false, false);

    public Course {
        if (byReceiver && state != OfferState.ACCEPTED) {
            throw new IllegalArgumentException("Only what was accepted was accepted by somebody");
        }
        if (answeredLate && !(state == OfferState.EXPIRED || (state == OfferState.ACCEPTED && !byReceiver))) {
            throw new IllegalArgumentException("A late answer comes after the asking has gone on elsewhere");
        }
    }

    public boolean isOpen() {
        return state == OfferState.OPEN;
    }

    /// The course after a step; empty when whoever stands so cannot take this step from here.
    Optional<Course> after(Step step, Party party) {
        return allows(step, party) ? Optional.of(taken(step)) : Optional.empty();
    }

    boolean allows(Step step, Party party) {
        return switch (step) {
            case ACCEPT, DECLINE, ASK -> isOpen() && party == Party.RECEIVER;
            case DECLINE_LATE -> party == Party.RECEIVER && hasGoneElsewhere() && !answeredLate;
            case WITHDRAW, REPLY -> isOpen() && party == Party.SENDER;
            case LET_GO -> isOpen() && party == Party.SENDER && stage.isCarried();
            case TAKE_OVER, HAND_BACK -> isOpen() && isWithOffice(party);
            case REMIND -> isOpen() && party == Party.CLOCK && stage == Stage.WAITING;
            case CARRY_TO_REGION -> isOpen() && party == Party.CLOCK && !stage.isCarried();
            case CARRY_TO_NATION -> isOpen() && party == Party.CLOCK && stage != Stage.NATION;
            case EXPIRE -> isOpen() && party == Party.CLOCK && stage == Stage.NATION;
        };
    }

    private boolean hasGoneElsewhere() {
        return state == OfferState.EXPIRED || (state == OfferState.ACCEPTED && !byReceiver);
    }

    /// An office that silence has gone past can still help: the region's may answer when the nation was asked
    /// too.
    private boolean isWithOffice(Party party) {
        return switch (party) {
            case REGION_OFFICE -> stage.isCarried();
            case NATIONAL_OFFICE -> stage == Stage.NATION;
            case SENDER, RECEIVER, CLOCK -> false;
        };
    }

    private Course taken(Step step) {
        return switch (step) {
            case ACCEPT -> new Course(OfferState.ACCEPTED, stage, true, false);
            case TAKE_OVER -> new Course(OfferState.ACCEPTED, stage, false, false);
            case DECLINE -> new Course(OfferState.DECLINED, stage, false, false);
            case DECLINE_LATE -> new Course(state, stage, byReceiver, true);
            case ASK, REPLY -> this;
            case WITHDRAW -> new Course(OfferState.WITHDRAWN, stage, false, false);
            case LET_GO, HAND_BACK, EXPIRE -> new Course(OfferState.EXPIRED, stage, false, false);
            case REMIND -> new Course(state, Stage.REMINDED, false, false);
            case CARRY_TO_REGION -> new Course(state, Stage.REGION, false, false);
            case CARRY_TO_NATION -> new Course(state, Stage.NATION, false, false);
        };
    }
}
