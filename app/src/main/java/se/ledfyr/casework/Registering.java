package se.ledfyr.casework;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.people.Candidate;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.Protection;

/// Registering somebody for the first time or again: looking for people alike, then person and
/// registration together or neither.
@Service
@Transactional
public class Registering {

    private final People people;
    private final Registrations registrations;
    private final WorkList worklist;

    Registering(People people, Registrations registrations, WorkList worklist) {
        this.people = people;
        this.registrations = registrations;
        this.worklist = worklist;
    }

    /// Somebody not known here before.
    public record NewPerson(Identity identity, @Nullable Protection protection, NameFacts facts) {

        /// Identity stays out of logs.
        @Override
        public String toString() {
            return "NewPerson";
        }
    }

    /// A known person who may be the same, with what was registered about them, newest first.
    public record Alike(Candidate candidate, List<WorkListLine> registrations) {

        public Alike {
            registrations = List.copyOf(registrations);
        }
    }

    /// People of the acting organisation who may be the one to be registered, likeliest first. Empty
    /// for somebody without a name or number: nothing then tells people apart.
    public List<Alike> alike(NewPerson person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Candidate> candidates = people.candidates(person.identity(), person.facts());
        Map<PersonId, List<WorkListLine>> known =
                worklist.of(candidates.stream().map(Candidate::person).toList()).stream()
                        .filter(line -> line.person() != null)
                        .collect(Collectors.groupingBy(WorkListLine::person));
        return candidates.stream()
                .map(candidate -> new Alike(candidate, known.getOrDefault(candidate.person(), List.of())))
                .toList();
    }

    public RegistrationId newPerson(NewPerson person, Facts facts, Circumstances circumstances) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        PersonId id = person.identity().isEmpty() && person.protection() == null
                ? people.addWithoutIdentity()
                : people.add(person.identity(), person.protection(), person.facts());
        return registrations.register(id, facts, circumstances);
    }

    /// Registers a known person again, in a year in which they are not registered yet.
    ///
    /// @throws NotHere when the acting organisation knows no such person
    /// @throws AlreadyRegistered when the person has a registration in that year
    public RegistrationId knownPerson(PersonId person, Facts facts, Circumstances circumstances) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (people.find(person).isEmpty()) {
            throw new NotHere();
        }
        return registrations.register(person, facts, circumstances);
    }
}
