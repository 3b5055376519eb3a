package se.ledfyr.casework;

/// The registration names an event that the organisation does not have, or lies in another region than
/// its event.
public class OutsideEvent extends RuntimeException {

    OutsideEvent() {
        super("A registration lies in the region of its event");
    }
}
