package se.ledfyr.casework;

/// The person's course has been opened already and is not closed.
public class CaseAlreadyOpen extends RuntimeException {

    private final transient CaseId open;

    CaseAlreadyOpen(CaseId open) {
        super("The person has an open case");
        this.open = open;
    }

    /// The case that is open.
    public CaseId open() {
        return open;
    }
}
