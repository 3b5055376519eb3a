package se.ledfyr.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// Cases and who is accountable for them.
///
/// A case is seen by the organisations that have a dossier in it; to everybody else it is not there.
/// Only its holder may change it, and to other organisations that see it the answer to trying is the
/// same: [NotHere].
@Service
@Transactional
public class Cases {

    private final CaseQueries queries;
    private final CaseActs acts;
    private final CaseColleagues colleagues;
    private final Registrations registrations;
    private final EventQueries events;
    private final List<ClosingCondition> conditions;
    private final ApplicationEventPublisher publisher;
    private final AuditLog audit;
    private final Codes codes;
    private final Clock clock;

    Cases(
            CaseQueries queries,
            CaseActs acts,
            CaseColleagues colleagues,
            Registrations registrations,
            EventQueries events,
            List<ClosingCondition> conditions,
            ApplicationEventPublisher publisher,
            AuditLog audit,
            Codes codes,
            Clock clock) {
        this.queries = queries;
        this.acts = acts;
        this.colleagues = colleagues;
        this.registrations = registrations;
        this.events = events;
        this.conditions = conditions;
        this.publisher = publisher;
        this.audit = audit;
        this.codes = codes;
        this.clock = clock;
    }

    /// Opens a case for the person of a registration. The acting organisation holds it from then on
    /// and, inside it, the acting member.
    ///
    /// @throws NotHere when there is no such registration, or it was taken out of the figures
    /// @throws CaseAlreadyOpen when the person's course has been opened already, whoever holds it now
    public CaseId open(RegistrationId registration) {
        Registration from = registrations.get(registration);
        if (from.removal().isPresent()) {
            throw new NotHere();
        }
        return openUnlessOpen(from)
                .orElseThrow(() -> new CaseAlreadyOpen(queries.findBy(CaseQueries.of(from.person()))
                        .orElseThrow(NotHere::new)
                        .id()));
    }

    /// Opens a case, in one act, for everybody in an event whose course has not been opened. Those
    /// found not to be exploited get none.
    ///
    /// @throws NotHere when the acting organisation has no such event
    public OpenedForEvent openForEvent(EventId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Event event = events.find(id).orElseThrow(NotHere::new);
        List<CaseId> opened = new ArrayList<>();
        int before = 0;
        for (RegistrationId registration : queries.registrationsOf(event)) {
            Optional<CaseId> one = openUnlessOpen(registrations.get(registration));
            one.ifPresent(opened::add);
            before += one.isPresent() ? 0 : 1;
        }
        return new OpenedForEvent(opened, before);
    }

    /// @throws NotHere when there is no such case
    public CaseFile get(CaseId id) {
        return find(id).orElseThrow(NotHere::new);
    }

    /// The case, which the acting organisation holds.
    ///
    /// @throws NotHere when there is no such open case or the acting organisation is not its holder
    public CaseFile getHeld(CaseId id) {
        return find(id).filter(file -> file.isHeldBy(Acting.current().organisation()))
                .orElseThrow(NotHere::new);
    }

    public Optional<CaseFile> find(CaseId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return read(queries.find(id));
    }

    /// The case with a reference, written in any letters, with or without the hyphen.
    public Optional<CaseFile> findByReference(String reference) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        String plain = reference.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return plain.length() == 8
                ? read(queries.findByReference(plain.substring(0, 4) + "-" + plain.substring(4)))
                : Optional.empty();
    }

    /// The case opened from a registration: the open one or, where none is, the one closed last.
    public Optional<CaseFile> findOf(RegistrationId registration) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return read(queries.findBy(CaseQueries.of(registration)));
    }

    /// The case of a person: the open one or, where none is, the one closed last.
    public Optional<CaseFile> findOf(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return read(queries.findBy(CaseQueries.of(person)));
    }

    /// Who was accountable when, and what the acting organisation did. To be shown with the case, whose
    /// reading is noted.
    ///
    /// @throws NotHere when there is no such case
    public CaseHistory history(CaseId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (queries.find(id).isEmpty()) {
            throw new NotHere();
        }
        return new CaseHistory(queries.course(id), queries.steps(id));
    }

    /// Lets somebody else inside the holding organisation do the work.
    ///
    /// @throws NotHere when there is no such case or the acting organisation is not its holder
    /// @throws IllegalArgumentException when the colleague does not work with people, or no longer
    public void moveInside(CaseId id, HolderInside to) {
        held(id);
        colleagues.hold(to);
        done(acts.moveInside(id, to));
        audit.note(Action.CASE_MOVED, Subject.CASE, id.value(), null);
    }

    /// Closes a case. Leave given to others to take it over ends with it.
    ///
    /// @throws NotHere when there is no such open case or the acting organisation is not its holder
    /// @throws NotYetClosable when something stands in the way
    /// @throws IllegalArgumentException when there is no such outcome
    public void close(CaseId id, Closing closing) {
        CaseFile file = held(id);
        if (!codes.book().isValid("case_outcome", closing.outcome(), LocalDate.now(clock))) {
            throw new IllegalArgumentException("There is no such outcome");
        }
        // From here on nobody changes the case, so that what is asked below still holds when it closes.
        done(acts.holdFast(id));
        List<String> obstacles = obstacles(file);
        if (!obstacles.isEmpty()) {
            throw new NotYetClosable(obstacles);
        }
        done(acts.close(id, closing));
        publisher.publishEvent(new CaseClosed(id));
        audit.note(Action.CASE_CLOSED, Subject.CASE, List.of(id.value()), closing.reason(), closing.outcome());
    }

    /// What stands in the way of closing a case, as keys of messages.
    public List<String> obstacles(CaseFile file) {
        return conditions.stream()
                .flatMap(condition -> condition.obstacles(file).stream())
                .toList();
    }

    /// Opens a closed case again, with its history. Only who closed it can; the acting member holds it
    /// from then on.
    ///
    /// @param reason 1-2000 characters
    /// @throws NotHere when there is no such closed case, or another organisation closed it
    /// @throws CaseAlreadyOpen when the acting organisation has opened another case for the person since
    public void reopen(CaseId id, String reason) {
        Acting acting = Acting.current();
        CaseFile file = get(id);
        String why = Registrations.given(reason);
        if (!acts.reopen(id, HolderInside.of(acting.member()), why)) {
            queries.findBy(CaseQueries.of(file.person()))
                    .filter(other -> other.isOpen() && !other.id().equals(id))
                    .ifPresent(other -> {
                        throw new CaseAlreadyOpen(other.id());
                    });
            throw new NotHere();
        }
        publisher.publishEvent(new CaseReopened(id));
        audit.note(Action.CASE_REOPENED, Subject.CASE, id.value(), why);
    }

    /// Gives others leave to take a case over. The holder keeps the duty until one of them has done it.
    /// Leave given before stands beside it.
    ///
    /// @param offer for which offer the leave is given
    /// @throws NotHere when there is no such open case or the acting organisation is not its holder
    public void release(CaseId id, UUID offer, Set<OrganisationId> to) {
        CaseFile file = held(id);
        if (to.stream().anyMatch(file::isHeldBy)) {
            throw new IllegalArgumentException("The holder needs no leave");
        }
        done(acts.release(id, offer, to));
        audit.note(Action.CASE_RELEASED, Subject.CASE, List.of(id.value()), null, "to " + to.size());
    }

    /// Takes back the leave to take a case over: the holder all of it; anybody else what was given to
    /// them, which is how one declines. Nothing happens where there is none.
    public void withdrawRelease(CaseId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        int gone = acts.withdrawRelease(id);
        if (gone > 0) {
            audit.note(Action.CASE_RELEASE_WITHDRAWN, Subject.CASE, List.of(id.value()), null, "from " + gone);
        }
    }

    /// Takes a case over with its holder's leave. Of several who try at the same moment one becomes the
    /// holder.
    ///
    /// An organisation that has had the case before continues its dossier, about `person`.
    ///
    /// @param person the person as the acting organisation knows them
    /// @param inside who in the acting organisation does the work
    /// @throws TooLate when there is no leave; everything done in the transaction is then undone
    /// @throws IllegalArgumentException when the colleague does not work with people, or no longer
    public void takeOver(CaseId id, PersonId person, HolderInside inside) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        colleagues.hold(inside);
        OrganisationId from = acts.takeOver(id, person, inside).orElseThrow(TooLate::new);
        publisher.publishEvent(new CaseTaken(id, from, Acting.current().organisation()));
        audit.note(Action.CASE_TAKEN, Subject.CASE, List.of(id.value(), person.value()), null, null);
        audit.noteAbout(from, Action.CASE_TAKEN, Subject.CASE, List.of(id.value()), null);
    }

    private Optional<CaseId> openUnlessOpen(Registration from) {
        CaseId id = CaseId.random();
        @Nullable String code = from.facts().event();
        @Nullable
        UUID together = code == null
                ? null
                : events.find(code).map(event -> event.id().value()).orElse(null);
        if (!acts.open(id, from, together, HolderInside.of(Acting.current().member()))) {
            return Optional.empty();
        }
        publisher.publishEvent(new CaseOpened(id));
        audit.note(
                Action.CASE_OPENED,
                Subject.CASE,
                List.of(id.value(), from.id().value(), from.person().value()),
                null,
                null);
        return Optional.of(id);
    }

    private CaseFile held(CaseId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.find(id)
                .filter(file -> file.isHeldBy(Acting.current().organisation()))
                .orElseThrow(NotHere::new);
    }

    private Optional<CaseFile> read(Optional<CaseFile> file) {
        file.ifPresent(found -> audit.note(
                Action.READ,
                Subject.CASE,
                List.of(found.id().value(), found.person().value()),
                null,
                null));
        return file;
    }

    /// Between looking and acting somebody else may have acted.
    private static void done(boolean acted) {
        if (!acted) {
            throw new NotHere();
        }
    }
}
