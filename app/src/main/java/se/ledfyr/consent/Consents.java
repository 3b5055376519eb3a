package se.ledfyr.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.Seals;

/// The ledger of what people agreed to, and of what was shared.
@Service
@Transactional
public class Consents {

    private static final String WITNESS = "consent.consent.witness";

    private final ConsentQueries queries;
    private final ShareQueries shares;
    private final ConsentGate gate;
    private final People people;
    private final Organisations organisations;
    private final Seals seals;
    private final Codes codes;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(
            ConsentQueries queries,
            ShareQueries shares,
            ConsentGate gate,
            People people,
            Organisations organisations,
            Seals seals,
            Codes codes,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.shares = shares;
        this.gate = gate;
        this.people = people;
        this.organisations = organisations;
        this.seals = seals;
        this.codes = codes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Writes down what somebody agreed to.
    ///
    /// @throws NotHere when there is no such person, or everything about them was erased
    /// @throws IllegalArgumentException for a code that is none, or a receiver that does not take part or is the
    ///     acting organisation itself
    public ConsentId record(PersonId person, ConsentTerms terms) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (!people.isKept(person)) {
            throw new NotHere();
        }
        check(terms);
        ConsentId id = ConsentId.random();
        byte[] witness = terms.witness() == null
                ? null
                : seals.seal(person, WITNESS, id.value().toString(), terms.witness());
        queries.insert(id, person, terms, witness, clock.instant());
        audit.note(
                Action.CONSENT_RECORDED,
                Subject.CONSENT,
                List.of(id.value(), person.value()),
                null,
                terms.purpose() + " to " + terms.receivers().size());
        return id;
    }

    /// Ends a consent. What the receivers have not made their own yet is closed in the same transaction, and the
    /// answer lists what already went.
    ///
    /// @throws NotHere when there is no such consent, or it was withdrawn before
    public Withdrawal withdraw(ConsentId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Instant now = clock.instant();
        if (!queries.withdraw(id, now)) {
            throw new NotHere();
        }
        PersonId person = queries.find(id).orElseThrow(NotHere::new).consent().person();
        List<ShareLine> stopped = new ArrayList<>();
        List<ShareLine> gone = new ArrayList<>();
        for (ShareLine line : shares.listOf(id)) {
            if (gate.stop(line, now)) {
                stopped.add(line);
            }
            if (line.fate().hasGone()) {
                gone.add(line);
            }
        }
        audit.note(
                Action.CONSENT_WITHDRAWN,
                Subject.CONSENT,
                List.of(id.value(), person.value()),
                null,
                "stopped %d, gone %d".formatted(stopped.size(), gone.size()));
        events.publishEvent(new ConsentWithdrawn(id, person));
        return new Withdrawal(stopped, gone);
    }

    /// One consent, noted as read.
    public Optional<Consent> find(ConsentId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.find(id).map(stored -> {
            noteRead(List.of(stored));
            return open(stored);
        });
    }

    /// What a person has agreed to, newest first, whether or not it still holds. Noted as read.
    public List<Consent> listOf(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<ConsentQueries.Stored> stored = queries.listOf(person);
        if (!stored.isEmpty()) {
            noteRead(stored);
        }
        return stored.stream().map(this::open).toList();
    }

    /// What was shared about a person, newest first, with what became of it.
    public List<ShareLine> listShares(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return shares.listOf(person);
    }

    /// What was shared on one consent, newest first.
    public List<ShareLine> listShares(ConsentId consent) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return shares.listOf(consent);
    }

    private void check(ConsentTerms terms) {
        CodeBook book = codes.book();
        LocalDate today = SwedishDay.today(clock);
        boolean known = book.isValid("share_purpose", terms.purpose(), today)
                && book.isValid("consent_given_by", terms.givenBy(), today)
                && book.isValid("consent_given_how", terms.givenHow(), today)
                && book.isValid("language", terms.language(), today)
                && book.isValid("interpreter", terms.interpreter(), today);
        if (!known) {
            throw new IllegalArgumentException("A code that is none");
        }
        Set<OrganisationId> others = organisations.list().stream()
                .map(Organisation::id)
                .filter(one -> !one.equals(Acting.current().organisation()))
                .collect(Collectors.toSet());
        if (!others.containsAll(terms.receivers())) {
            throw new IllegalArgumentException("A receiver that does not take part");
        }
    }

    private void noteRead(List<ConsentQueries.Stored> stored) {
        audit.note(
                Action.READ,
                Subject.CONSENT,
                stored.stream().map(one -> one.consent().id().value()).toList(),
                null,
                null);
    }

    private Consent open(ConsentQueries.Stored stored) {
        Consent consent = stored.consent();
        if (stored.witness() == null) {
            return consent;
        }
        @Nullable
        String witness = seals.open(
                        consent.person(),
                        WITNESS,
                        consent.id().value().toString(),
                        Objects.requireNonNull(stored.witness()))
                .orElse(null);
        ConsentTerms terms = consent.terms();
        return new Consent(
                consent.id(),
                consent.person(),
                new ConsentTerms(
                        terms.purpose(),
                        terms.receivers(),
                        terms.groups(),
                        terms.givenBy(),
                        terms.givenHow(),
                        terms.language(),
                        terms.interpreter(),
                        witness,
                        terms.from(),
                        terms.until()),
                consent.recordedAt(),
                consent.recordedBy(),
                consent.withdrawnAt());
    }
}
