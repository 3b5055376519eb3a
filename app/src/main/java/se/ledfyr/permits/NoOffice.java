package se.ledfyr.permits;

/// No coordination office of the case's region takes part, so that nobody would count the application.
public class NoOffice extends RuntimeException {

    NoOffice() {
        super("There is no coordination office of the region");
    }
}
