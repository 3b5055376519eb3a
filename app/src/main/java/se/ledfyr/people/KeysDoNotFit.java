package se.ledfyr.people;

/// The keys at hand are not those that the register was sealed with. The message says which file or service and
/// what to do; it never holds key material.
public class KeysDoNotFit extends RuntimeException {

    KeysDoNotFit(String message) {
        super(message);
    }

    KeysDoNotFit(String message, Throwable reason) {
        super(message, reason);
    }
}
