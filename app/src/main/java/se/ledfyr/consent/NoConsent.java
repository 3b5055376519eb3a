package se.ledfyr.consent;

/// Nothing was shared: there is no live consent that covers it, and no lawful ground of that day.
public class NoConsent extends RuntimeException {

    NoConsent() {
        super("No live consent covers this, and no lawful ground was given");
    }
}
