package se.ledfyr.handover;

import java.util.Optional;

/// Where an offer stands, and what can become of it: every rule about who may do what is here, and once
/// more in the database.
///
/// @param byReceiver whether the one it was offered to accepted; an office may have taken over instead
/// @param saidNo whether the receiver said no before the asking had gone elsewhere
/// @param answeredLate whether the receiver said no after it had
public record Course(OfferState state, Stage stage, boolean byReceiver, boolean saidNo, boolean answeredLate) {

    /// Where every offer begins.
    public static final Course BEGUN = new Course(OfferState.OPEN, Stage.WAITING, false, false, false);

    public Course {
        if (byReceiver && (state != OfferState.ACCEPTED || saidNo)) {
            throw new IllegalArgumentException(
                    "Only what was accepted, and not declined, was accepted by the receiver");
        }
        if (saidNo ? !isAfterNo(state) && state != OfferState.ACCEPTED : isAfterNo(state)) {
            throw new IllegalArgumentException("What was declined was said no to, and what is open was not");
        }
        if (state == OfferState.TAKEN_FURTHER && !stage.isCarried()) {
            throw new IllegalArgumentException("What was taken further is with an office");
        }
        if (answeredLate && (saidNo || !hasGoneElsewhere(state, byReceiver))) {
            throw new IllegalArgumentException("A late answer comes after the asking has gone on elsewhere");
        }
    }

    /// Whether the receiver can still say yes.
    public boolean isOpen() {
        return state == OfferState.OPEN;
    }

    /// Whether somebody must answer: the receiver, or an office. Nobody else is asked meanwhile.
    public boolean isWaiting() {
        return isOpen() || state == OfferState.TAKEN_FURTHER;
    }

    /// As the receiver may know it: what became of it after their no is no longer theirs to follow.
    public Course seenByReceiver() {
        return saidNo ? new Course(OfferState.DECLINED, stage, false, true, false) : this;
    }

    /// The course after a step; empty when whoever stands so cannot take this step from here.
    Optional<Course> after(Step step, Party party) {
        return allows(step, party) ? Optional.of(taken(step)) : Optional.empty();
    }

    boolean allows(Step step, Party party) {
        return switch (step) {
            case ACCEPT, DECLINE, ASK -> isOpen() && party == Party.RECEIVER;
            case DECLINE_LATE -> party == Party.RECEIVER && hasGoneElsewhere(state, byReceiver) && !hasAnswered();
            case WITHDRAW, REPLY -> isOpen() && party == Party.SENDER;
            case LET_GO -> isWaiting() && party == Party.SENDER && stage.isCarried();
            case TAKE_FURTHER -> isToTakeFurther() && (party == Party.SENDER || party == Party.CLOCK);
            case TAKE_OVER, HAND_BACK -> isWaiting() && isWithOffice(party);
            case REMIND -> isOpen() && party == Party.CLOCK && stage == Stage.WAITING;
            case CARRY_TO_REGION -> isOpen() && party == Party.CLOCK && !stage.isCarried();
            case CARRY_TO_NATION -> isWaiting() && party == Party.CLOCK && stage != Stage.NATION;
            case EXPIRE -> isWaiting() && party == Party.CLOCK && stage == Stage.NATION;
        };
    }

    /// After a no that no office has seen. Once an office has given it back, it is the sender's for good.
    private boolean isToTakeFurther() {
        return state == OfferState.DECLINED && !stage.isCarried();
    }

    private boolean hasAnswered() {
        return saidNo || answeredLate;
    }

    private static boolean isAfterNo(OfferState state) {
        return state == OfferState.DECLINED || state == OfferState.TAKEN_FURTHER;
    }

    private static boolean hasGoneElsewhere(OfferState state, boolean byReceiver) {
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
            case ACCEPT -> new Course(OfferState.ACCEPTED, stage, true, false, false);
            case TAKE_OVER -> ended(OfferState.ACCEPTED);
            // What an office has already stays there: a no solves nothing.
            case DECLINE ->
                new Course(
                        stage.isCarried() ? OfferState.TAKEN_FURTHER : OfferState.DECLINED, stage, false, true, false);
            case DECLINE_LATE -> new Course(state, stage, byReceiver, saidNo, true);
            case ASK, REPLY -> this;
            case WITHDRAW -> ended(OfferState.WITHDRAWN);
            case LET_GO, HAND_BACK, EXPIRE -> ended(saidNo ? OfferState.DECLINED : OfferState.EXPIRED);
            case REMIND -> carried(Stage.REMINDED);
            case CARRY_TO_REGION -> carried(Stage.REGION);
            case CARRY_TO_NATION -> carried(Stage.NATION);
            case TAKE_FURTHER -> new Course(OfferState.TAKEN_FURTHER, Stage.REGION, false, true, false);
        };
    }

    private Course ended(OfferState how) {
        return new Course(how, stage, false, saidNo, false);
    }

    private Course carried(Stage next) {
        return new Course(state, next, false, saidNo, false);
    }
}
