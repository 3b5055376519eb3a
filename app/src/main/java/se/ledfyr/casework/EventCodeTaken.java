package se.ledfyr.casework;

/// The organisation has another event with this code.
public class EventCodeTaken extends RuntimeException {

    EventCodeTaken() {
        super("Another event has this code");
    }
}
