package se.ledfyr.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.people.PersonId;

/// The people in an event: registering many at once, and those registered last.
@Service
@Transactional
public class EventPeople {

    /// More people than this are never found together.
    private static final int MOST_IN_EVENT = 1_000;

    private final EventQueries queries;
    private final RegistrationQueries registrations;
    private final Registering registering;
    private final WorkList worklist;

    EventPeople(EventQueries queries, RegistrationQueries registrations, Registering registering, WorkList worklist) {
        this.queries = queries;
        this.registrations = registrations;
        this.registering = registering;
        this.worklist = worklist;
    }

    /// Registers all of `people` with what the event shares, or none of them.
    ///
    /// @throws NotHere when the acting organisation has no such event, or knows no such person
    /// @throws AlreadyRegistered when one of them has a registration in the year of `day`
    public List<RegistrationId> register(EventId id, LocalDate day, List<PersonInEvent> people) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Event event = queries.find(id).orElseThrow(NotHere::new);
        List<RegistrationId> registered = new ArrayList<>(people.size());
        for (PersonInEvent person : people) {
            registered.add(register(event, day, person));
        }
        return registered;
    }

    private RegistrationId register(Event event, LocalDate day, PersonInEvent person) {
        Facts facts = facts(event, day, person);
        return person.known() == null
                ? registering.newPerson(person.asNew(), facts, Circumstances.notStated())
                : registering.knownPerson(person.known(), facts, Circumstances.notStated());
    }

    /// Somebody known here who may be one of those written down.
    ///
    /// @param registered their registration in the figures of the year: whoever has one cannot be added again
    public record Known(Registering.Alike alike, Optional<RegistrationId> registered) {}

    /// For each of `people` those of the organisation who may be the same, likeliest first.
    public List<List<Known>> alike(List<PersonInEvent> people, int year) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return people.stream()
                .map(person -> registering.alike(person.asNew()).stream()
                        .map(alike -> new Known(
                                alike, registrations.findOf(alike.candidate().person(), year)))
                        .toList())
                .toList();
    }

    /// Those registered last in an event, latest first.
    ///
    /// @throws NotHere when the acting organisation has no such event
    public List<WorkListLine> latest(EventId id, int most) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Event event = queries.find(id).orElseThrow(NotHere::new);
        Set<PersonId> latest = new LinkedHashSet<>(queries.latest(event.code(), most));
        List<WorkListLine> lines = worklist.of(latest).stream()
                .filter(line -> event.code().equals(line.event()))
                .toList();
        return latest.stream()
                .flatMap(person -> lines.stream().filter(line -> person.equals(line.person())))
                .limit(most)
                .toList();
    }

    /// Everybody registered in an event who is in the figures, with names, in the order in which they were registered.
    /// Noted as listed.
    ///
    /// @throws NotHere when the acting organisation has no such event
    public List<WorkListLine> everybody(EventId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Event event = queries.find(id).orElseThrow(NotHere::new);
        return worklist.inEvent(event.code(), MOST_IN_EVENT);
    }

    /// What is registered about a person: what they share with the others and what they do not.
    private static Facts facts(Event event, LocalDate day, PersonInEvent person) {
        if (event.referredBy() == null) {
            throw new IllegalStateException("The event does not say who referred");
        }
        return new Facts(
                day,
                event.region(),
                event.municipality(),
                person.sex(),
                person.ageGroup(),
                person.birthYear(),
                person.citizenship(),
                person.forms(),
                event.sector(),
                event.referredBy(),
                event.code(),
                null,
                null,
                person.childrenAccompanying(),
                person.ampRequested(),
                person.reflectionRequested());
    }
}
