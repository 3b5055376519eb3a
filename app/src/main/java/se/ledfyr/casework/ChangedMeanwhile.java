package se.ledfyr.casework;

/// Somebody else corrected the registration after it was read; nothing was overwritten.
public class ChangedMeanwhile extends RuntimeException {

    ChangedMeanwhile(RegistrationId id) {
        super("Registration " + id.value() + " was changed meanwhile");
    }
}
