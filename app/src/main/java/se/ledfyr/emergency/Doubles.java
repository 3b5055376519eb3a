package se.ledfyr.emergency;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.Registrations;
import se.ledfyr.people.Candidate;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;

/// People registered a second time because, to whoever did it, the first was hidden. They come to light for
/// those who see both: the insiders while the case is sealed, everybody once the seal is lifted.
@Service
@Transactional
public class Doubles {

    private final People people;
    private final Registrations registrations;
    private final SealQueries queries;

    Doubles(People people, Registrations registrations, SealQueries queries) {
        this.people = people;
        this.registrations = registrations;
        this.queries = queries;
    }

    /// Somebody who may be the same, with what was registered about them, newest first.
    public record Double(Candidate candidate, List<Registration> registrations) {

        public Double {
            registrations = List.copyOf(registrations);
        }
    }

    /// For a person whose case is or was sealed those who may be the same; for everybody else nothing is looked
    /// for.
    public List<Double> of(PersonId person) {
        return queries.wasEverSealed(person)
                ? people.doubles(person).stream()
                        .map(candidate -> new Double(candidate, registrations.listOf(candidate.person())))
                        .toList()
                : List.of();
    }

    /// The newest registration of each of `people`, in their order, for those who have one.
    public List<Registration> newest(List<PersonId> people) {
        return people.stream()
                .flatMap(person -> registrations.listOf(person).stream().limit(1))
                .toList();
    }
}
