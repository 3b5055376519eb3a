package se.ledfyr.casework;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.Protection;

/// What one person in an event does not share with the others.
///
/// @param known the person, when they are known here already; null for somebody new
/// @param forms codes of `exploitation_form` for this person
public record PersonInEvent(
        @Nullable PersonId known,
        Identity identity,
        @Nullable Protection protection,
        String sex,
        String ageGroup,
        @Nullable Integer birthYear,
        @Nullable String citizenship,
        SortedSet<String> forms,
        int childrenAccompanying,
        boolean ampRequested,
        boolean reflectionRequested) {

    public PersonInEvent {
        forms = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(forms));
    }

    /// The same answers about somebody who is known already.
    public PersonInEvent as(PersonId person) {
        return new PersonInEvent(
                person,
                identity,
                protection,
                sex,
                ageGroup,
                birthYear,
                citizenship,
                forms,
                childrenAccompanying,
                ampRequested,
                reflectionRequested);
    }

    /// Whom to look for before registering somebody new.
    public Registering.NewPerson asNew() {
        return new Registering.NewPerson(identity, protection, new NameFacts(birthYear, citizenship));
    }

    /// Identity stays out of logs.
    @Override
    public String toString() {
        return "PersonInEvent";
    }
}
