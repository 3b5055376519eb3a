package se.ledfyr.support;

/// For this case an application waits for its answer already.
public final class AlreadyApplied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyApplied() {
        super("An application for this case waits already");
    }
}
