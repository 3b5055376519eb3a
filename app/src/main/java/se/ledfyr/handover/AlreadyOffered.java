package se.ledfyr.handover;

/// The case or need is offered to somebody already. It is offered to one at a time: two could both accept.
public class AlreadyOffered extends RuntimeException {

    AlreadyOffered() {
        super("It is offered to somebody already");
    }
}
