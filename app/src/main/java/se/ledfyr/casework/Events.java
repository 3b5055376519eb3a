package se.ledfyr.casework;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;

/// The events of the acting organisation: inspections and finds with many people.
@Service
@Transactional
public class Events {

    /// One entry of the log names at most a thousand things.
    private static final int MOST_IN_NOTE = 1_000;

    private final EventQueries queries;
    private final Registrations registrations;
    private final AuditLog audit;
    private final Clock clock;

    Events(EventQueries queries, Registrations registrations, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.registrations = registrations;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws EventCodeTaken when the organisation has an event with this code
    public void add(Event event) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (!queries.insert(event, clock.instant())) {
            throw new EventCodeTaken();
        }
        audit.note(Action.EVENT_ADDED, Subject.EVENT, event.id().value(), null);
    }

    /// @throws NotHere when the acting organisation has no such event
    public Event get(EventId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Event event = queries.find(id).orElseThrow(NotHere::new);
        audit.note(Action.READ, Subject.EVENT, id.value(), null);
        return event;
    }

    /// The event with a code, in the acting organisation.
    public Optional<Event> find(String code) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Optional<Event> event = queries.find(code);
        event.ifPresent(
                found -> audit.note(Action.READ, Subject.EVENT, found.id().value(), null));
        return event;
    }

    /// All events of the acting organisation, newest first.
    public List<EventLine> list() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<EventLine> events = queries.list();
        List<UUID> ids = events.stream().map(line -> line.event().id().value()).toList();
        for (int from = 0; from < ids.size(); from += MOST_IN_NOTE) {
            List<UUID> part = ids.subList(from, Math.min(from + MOST_IN_NOTE, ids.size()));
            audit.note(Action.LISTED, Subject.EVENT, part, null, null);
        }
        return events;
    }

    /// Changes everything but the code.
    ///
    /// When the region changes, everybody registered in the event moves with it, each as a correction
    /// with the same reason: an event lies in one region. Nothing else reaches into registrations that
    /// exist.
    ///
    /// @throws NotHere when the acting organisation has no such event
    public void change(Event event, String reason) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        String why = Registrations.given(reason);
        Event before = queries.findForChange(event.id()).orElseThrow(NotHere::new);
        if (!before.code().equals(event.code())) {
            throw new IllegalArgumentException("The code of an event stays");
        }
        if (before.equals(event)) {
            return;
        }
        if (before.region().equals(event.region())) {
            queries.update(event);
        } else {
            queries.lookAtReferencesLast();
            queries.update(event);
            queries.registrations(event.code())
                    .forEach(id -> registrations.move(id, event.region(), event.municipality(), why));
            queries.moveUnseen(event, why, clock.instant());
        }
        audit.note(Action.EVENT_CHANGED, Subject.EVENT, event.id().value(), why);
    }

    /// How many registrations in the figures belong to an event.
    ///
    /// @throws NotHere when the acting organisation has no such event
    public EventCount countPeople(EventId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.count(queries.find(id).orElseThrow(NotHere::new).code());
    }

    /// A free code beginning with what is known: `BÄR-NORD-2026`, and where that is taken `BÄR-NORD-2026-2`.
    ///
    /// @param what sector or form in a word, of which three letters are kept
    /// @param region a code of `police_region`
    public String suggestCode(String what, String region, int year) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        String stem = letters(what, 3) + "-" + letters(region, 10) + "-" + year;
        Set<String> taken = new HashSet<>(queries.codesLike(stem));
        return taken.contains(stem)
                ? IntStream.iterate(2, next -> next + 1)
                        .mapToObj(next -> stem + "-" + next)
                        .filter(code -> !taken.contains(code))
                        .findFirst()
                        .orElseThrow()
                : stem;
    }

    private static String letters(String word, int most) {
        String kept = word.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-ZÅÄÖ0-9]", "");
        return Objects.requireNonNull(kept).substring(0, Math.min(most, kept.length()));
    }
}
