package se.ledfyr.people;

/// A sealed value does not open: it was altered, or it stands where it was not sealed. Says where, never what.
public class SealBroken extends RuntimeException {

    SealBroken(String column) {
        super("A sealed value of %s does not open in the place it was found".formatted(column));
    }
}
