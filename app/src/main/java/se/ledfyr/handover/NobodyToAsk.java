package se.ledfyr.handover;

/// There is no office that a no could be taken to: the sender is the only one, or the one who said no.
public class NobodyToAsk extends RuntimeException {

    NobodyToAsk() {
        super("There is no office to take this to");
    }
}
