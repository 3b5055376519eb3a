package se.ledfyr.consent;

import java.util.List;
import se.ledfyr.people.PersonId;

/// Nothing was shared in an act about many, because nothing allows it for some of them.
public class NoConsentOfSome extends RuntimeException {

    private final transient List<PersonId> people;

    NoConsentOfSome(List<PersonId> people) {
        super("No live consent for some");
        this.people = List.copyOf(people);
    }

    /// Those whose consent is missing.
    public List<PersonId> people() {
        return people;
    }
}
