package se.ledfyr.surveys;

/// The year is closed: what changes it now is listed as a revision and says why.
public class ReasonNeeded extends RuntimeException {

    public ReasonNeeded() {
        super("The year is closed, and a revision says why");
    }
}
