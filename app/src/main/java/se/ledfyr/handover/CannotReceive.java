package se.ledfyr.handover;

/// Whoever is asked cannot take this: it is oneself, no longer takes part, or has no account to hold a whole
/// case with.
public class CannotReceive extends RuntimeException {

    CannotReceive() {
        super("This organisation cannot be offered this");
    }
}
