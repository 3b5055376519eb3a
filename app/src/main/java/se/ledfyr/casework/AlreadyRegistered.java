package se.ledfyr.casework;

/// The person has a registration in that year already: each person is registered once a year, so the
/// one that is there is to be continued.
public class AlreadyRegistered extends RuntimeException {

    private final transient RegistrationId existing;

    AlreadyRegistered(RegistrationId existing) {
        super("Already registered this year as " + existing.value());
        this.existing = existing;
    }

    public RegistrationId existing() {
        return existing;
    }
}
