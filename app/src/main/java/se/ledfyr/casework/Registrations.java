package se.ledfyr.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.Seals;

/// Registering people for the acting organisation, reading what it registered, and putting right what
/// was wrong.
///
/// Every reading and every change is written to the audit log in the same transaction.
@Service
@Transactional
public class Registrations {

    static final int MAX_REASON_LENGTH = 2_000;
    private static final String NOTE = "casework.registration.note";

    private final RegistrationQueries queries;
    private final People people;
    private final EventQueries events;
    private final Seals seals;
    private final AuditLog audit;
    private final Clock clock;

    Registrations(
            RegistrationQueries queries, EventQueries events, People people, Seals seals, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.events = events;
        this.people = people;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    /// Registers a person of the acting organisation for the year of `facts.registeredOn()`.
    ///
    /// @throws AlreadyRegistered when the person has a registration in that year
    /// @throws OutsideEvent when the region is not that of the event
    public RegistrationId register(PersonId person, Facts facts, Circumstances circumstances) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        refuseOutsideEvent(facts);
        RegistrationId id = RegistrationId.random();
        byte[] note = seal(person, id, circumstances.note());
        if (!queries.insert(id, person, facts, circumstances, note, clock.instant())) {
            throw new AlreadyRegistered(
                    queries.findOf(person, facts.registeredOn().getYear()).orElseThrow(NotHere::new));
        }
        audit.note(Action.REGISTERED, Subject.REGISTRATION, List.of(id.value(), person.value()), null, null);
        return id;
    }

    /// @throws NotHere when the acting organisation has no such registration
    public Registration get(RegistrationId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Registration registration = open(queries.find(id).orElseThrow(NotHere::new));
        audit.note(
                Action.READ,
                Subject.REGISTRATION,
                List.of(id.value(), registration.person().value()),
                null,
                null);
        return registration;
    }

    /// All registrations of a person in the acting organisation, newest first, also those taken out of
    /// the figures.
    public List<Registration> listOf(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Registration> all = queries.listOf(person).stream().map(this::open).toList();
        List<UUID> read =
                new ArrayList<>(all.stream().map(one -> one.id().value()).toList());
        read.add(person.value());
        audit.note(Action.READ, Subject.REGISTRATION, read, null, null);
        return all;
    }

    /// What was changed, newest first.
    ///
    /// @throws NotHere when the acting organisation has no such registration
    public List<Change> history(RegistrationId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (queries.find(id).isEmpty()) {
            throw new NotHere();
        }
        return queries.history(id);
    }

    /// Puts a registration right. Old values are kept with the reason.
    ///
    /// @param version the version that was read before correcting
    /// @return false when nothing differs, and nothing was written
    /// @throws NotHere when there is no such registration, or it has been taken out of the figures
    /// @throws ChangedMeanwhile when somebody else corrected it after it was read
    /// @throws AlreadyRegistered when the new day lies in a year in which the person has another registration
    /// @throws OutsideEvent when the region is not that of the event
    public boolean correct(RegistrationId id, int version, Facts facts, Circumstances circumstances, String reason) {
        StoredRegistration stored = forChange(id, version);
        Registration before = open(stored);
        if (before.removal().isPresent()) {
            throw new NotHere();
        }
        boolean otherNote = !Objects.equals(before.circumstances().note(), circumstances.note());
        List<Change> changes = changes(before, facts, circumstances, given(reason));
        if (changes.isEmpty() && !otherNote) {
            return false;
        }
        refuseSecondInYear(before, facts);
        refuseOutsideEvent(facts);
        byte[] note = otherNote ? seal(before.person(), id, circumstances.note()) : stored.sealedNote();
        queries.update(id, before.version() + 1, facts, circumstances, note, clock.instant());
        if (assessedAnew(before.circumstances(), circumstances)) {
            queries.setAssessor(id, Acting.current().member());
        }
        NameFacts tellingApart = new NameFacts(facts.birthYear(), facts.citizenship());
        if (!tellingApart.equals(
                new NameFacts(before.facts().birthYear(), before.facts().citizenship()))) {
            people.factsChanged(before.person(), tellingApart);
        }
        changes.forEach(change -> queries.record(id, change, null));
        if (otherNote) {
            queries.record(id, change(before, "CORRECTED", "note", null, null, reason), stored.sealedNote());
        }
        noteChange(Action.CORRECTED, before, reason);
        return true;
    }

    /// Takes a registration out of the figures. It stays readable.
    ///
    /// @throws NotHere when there is no such registration or it is out already
    /// @throws ChangedMeanwhile when somebody else corrected it after it was read
    public void remove(RegistrationId id, int version, String reason) {
        Registration before = forChange(id, version).withoutNote();
        if (before.removal().isPresent()) {
            throw new NotHere();
        }
        String why = given(reason);
        queries.setRemoval(id, before.version() + 1, why, clock.instant());
        queries.record(id, change(before, "REMOVED", "registration", null, null, why), null);
        noteChange(Action.REMOVED, before, why);
    }

    /// Puts a registration back into the figures.
    ///
    /// @throws NotHere when there is no such registration or it is in the figures
    /// @throws AlreadyRegistered when the person has been registered anew in that year
    public void restore(RegistrationId id, int version, String reason) {
        Registration before = forChange(id, version).withoutNote();
        if (before.removal().isEmpty()) {
            throw new NotHere();
        }
        queries.findOf(before.person(), before.facts().registeredOn().getYear()).ifPresent(other -> {
            throw new AlreadyRegistered(other);
        });
        String why = given(reason);
        queries.setRemoval(id, before.version() + 1, null, clock.instant());
        queries.record(id, change(before, "RESTORED", "registration", null, null, why), null);
        noteChange(Action.RESTORED, before, why);
    }

    /// Moves a registration with its event to another region, kept as a correction like any other.
    void move(RegistrationId id, String region, @Nullable String municipality, String reason) {
        StoredRegistration stored = queries.findForChange(id).orElseThrow(NotHere::new);
        Registration before = stored.withoutNote();
        Facts moved = before.facts().in(region, municipality);
        List<Change> changes = changes(before, moved, before.circumstances(), reason);
        if (changes.isEmpty()) {
            return;
        }
        queries.update(id, before.version() + 1, moved, before.circumstances(), stored.sealedNote(), clock.instant());
        changes.forEach(change -> queries.record(id, change, null));
        noteChange(Action.CORRECTED, before, reason);
    }

    private StoredRegistration forChange(RegistrationId id, int version) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        StoredRegistration stored = queries.findForChange(id).orElseThrow(NotHere::new);
        if (stored.withoutNote().version() != version) {
            throw new ChangedMeanwhile(id);
        }
        return stored;
    }

    /// An event lies in one region, and so does everybody registered in it.
    private void refuseOutsideEvent(Facts facts) {
        if (facts.event() != null
                && events.find(facts.event())
                        .filter(event -> event.region().equals(facts.region()))
                        .isEmpty()) {
            throw new OutsideEvent();
        }
    }

    private void refuseSecondInYear(Registration before, Facts facts) {
        queries.findOf(before.person(), facts.registeredOn().getYear())
                .filter(other -> !other.equals(before.id()))
                .ifPresent(other -> {
                    throw new AlreadyRegistered(other);
                });
    }

    private List<Change> changes(Registration before, Facts facts, Circumstances circumstances, String reason) {
        Map<String, @Nullable String> old = FieldValues.of(before.facts(), before.circumstances());
        List<Change> changes = new ArrayList<>();
        FieldValues.of(facts, circumstances).forEach((field, value) -> {
            if (!Objects.equals(old.get(field), value)) {
                changes.add(change(before, "CORRECTED", field, old.get(field), value, reason));
            }
        });
        return changes;
    }

    private Change change(
            Registration before,
            String kind,
            String field,
            @Nullable String old,
            @Nullable String fresh,
            String reason) {
        Instant now = clock.instant();
        return new Change(
                before.version() + 1,
                kind,
                field,
                old,
                fresh,
                reason,
                now,
                Acting.current().member());
    }

    private static boolean assessedAnew(Circumstances before, Circumstances after) {
        return !before.assessment().equals(after.assessment())
                || !Objects.equals(before.assessedOn(), after.assessedOn());
    }

    private void noteChange(Action action, Registration before, String reason) {
        audit.note(
                action,
                Subject.REGISTRATION,
                List.of(before.id().value(), before.person().value()),
                reason,
                null);
    }

    static String given(String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > MAX_REASON_LENGTH) {
            throw new IllegalArgumentException("reason must be 1-%d characters".formatted(MAX_REASON_LENGTH));
        }
        return why;
    }

    private byte @Nullable [] seal(PersonId person, RegistrationId id, @Nullable String note) {
        return note == null ? null : seals.seal(person, NOTE, id.value().toString(), note);
    }

    private Registration open(StoredRegistration stored) {
        if (stored.sealedNote() == null) {
            return stored.withoutNote();
        }
        Registration registration = stored.withoutNote();
        return stored.with(seals.open(
                        registration.person(), NOTE, registration.id().value().toString(), stored.sealedNote())
                .orElse(null));
    }
}
