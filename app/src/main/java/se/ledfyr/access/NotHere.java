package se.ledfyr.access;

/// What was asked for does not exist, or may not be seen by the one who asks. The two are the same answer everywhere:
/// telling them apart would reveal that something hidden exists.
public class NotHere extends RuntimeException {

    public NotHere() {
        super("Not here");
    }
}
