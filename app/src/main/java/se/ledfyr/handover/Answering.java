package se.ledfyr.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.TooLate;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.needs.Needs;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.people.Parcels;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;

/// The receiver's side of an offer: taking the responsibility, saying no, and asking.
@Service
@Transactional
public class Answering {

    private final OfferRows rows;
    private final AnswerRows answers;
    private final Notes notes;
    private final Cases cases;
    private final Needs needs;
    private final Parcels parcels;
    private final People people;
    private final Organisations organisations;
    private final DueTimes dueTimes;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answering(
            OfferRows rows,
            AnswerRows answers,
            Notes notes,
            Cases cases,
            Needs needs,
            Parcels parcels,
            People people,
            Organisations organisations,
            DueTimes dueTimes,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.answers = answers;
        this.notes = notes;
        this.cases = cases;
        this.needs = needs;
        this.parcels = parcels;
        this.people = people;
        this.organisations = organisations;
        this.dueTimes = dueTimes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Takes the responsibility. What was sent along becomes a person in the acting organisation's own
    /// keeping.
    ///
    /// @param inside who does the work, for a whole case
    /// @return the person; empty for a need about which nothing was sent along
    /// @throws NotHere when there is no such offer to the acting organisation
    /// @throws TooLate when somebody else was first, or the offer has come to its end; nothing is then changed
    public Optional<PersonId> accept(OfferId id, HolderInside inside) {
        Offer offer = Standing.require(rows.find(id), Step.ACCEPT);
        @Nullable PersonId person = offer.parcel() == null ? null : parcels.adopt(offer.parcel());
        // The case or need is taken first and the offer ended after it: everybody who holds both takes them in this
        // order, so that two who press at the same moment wait for each other and never block each other.
        person = take(offer.matter(), person, inside);
        if (!rows.end(offer, OfferState.ACCEPTED, clock.instant())) {
            throw new TooLate();
        }
        answers.insertYes(offer, clock.instant());
        note(Action.OFFER_ACCEPTED, offer, offer.matter().isWholeCase() ? "case" : "need");
        events.publishEvent(new OfferAccepted(id));
        return Optional.ofNullable(person);
    }

    /// Takes a case or need that the acting organisation has leave to take.
    @Nullable
    PersonId take(Matter matter, @Nullable PersonId known, HolderInside inside) {
        if (matter.need() != null) {
            needs.takeOver(matter.need(), known);
            return known;
        }
        PersonId person = known == null ? people.addWithoutIdentity() : known;
        cases.takeOver(matter.caseId(), person, inside);
        return person;
    }

    /// Says no. While the offer is open this ends it for the receiver: the sender then has a time to
    /// act, unless an office has the matter already. Once the asking has gone on elsewhere it is kept
    /// as a late answer.
    ///
    /// @throws NotHere when there is no such offer to the acting organisation
    /// @throws TooLate when it was answered or taken back
    /// @throws IllegalArgumentException when an authority does not say whether it decided in writing, somebody
    ///     else does, or the day of the decision lies ahead
    public void decline(OfferId id, Decline decline) {
        Optional<Offer> found = rows.find(id);
        boolean late = found.map(offer -> offer.allows(Step.DECLINE_LATE, Acting.current()))
                .orElse(false);
        Offer offer = Standing.require(found, late ? Step.DECLINE_LATE : Step.DECLINE);
        check(decline, organisations.find(offer.to()).orElseThrow(NotHere::new));
        boolean done = late ? rows.answerLate(id, clock.instant()) : saysNo(offer);
        if (!done) {
            throw new TooLate();
        }
        answers.insertNo(offer, late, clock.instant(), decline);
        notes.write(id, late ? NoteKind.LATE_DECLINE : NoteKind.DECLINE, offer.from(), decline.text());
        note(
                late ? Action.OFFER_DECLINED_LATE : Action.OFFER_DECLINED,
                offer,
                decline.reason().code());
        if (!late) {
            events.publishEvent(new OfferEnded(id));
        }
    }

    private boolean saysNo(Offer offer) {
        Instant now = clock.instant();
        boolean carried = offer.course().stage().isCarried();
        Instant nextBy = carried
                ? Objects.requireNonNull(offer.times().nextBy())
                : dueTimes.after(now, offer.rule().second()).dueAt();
        return rows.decline(offer, carried ? OfferState.TAKEN_FURTHER : OfferState.DECLINED, now, nextBy);
    }

    /// Asks the sender something. The clock goes on.
    ///
    /// @throws NotHere when there is no such offer to the acting organisation
    /// @throws TooLate when it has come to its end
    public void ask(OfferId id, String question) {
        Offer offer = Standing.require(rows.find(id), Step.ASK);
        notes.write(id, NoteKind.QUESTION, offer.from(), Words.required(question));
        note(Action.OFFER_ASKED, offer, null);
    }

    private void check(Decline decline, Organisation receiver) {
        LocalDate today = LocalDate.now(clock);
        if (receiver.kind().isAuthority() != (decline.written() != null)) {
            throw new IllegalArgumentException("An authority says whether it decided in writing, others do not");
        }
        if (decline.decidedOn() != null && decline.decidedOn().isAfter(today)) {
            throw new IllegalArgumentException("A decision that was given lies behind");
        }
    }

    private void note(Action action, Offer offer, @Nullable String detail) {
        List<java.util.UUID> subjects =
                List.of(offer.id().value(), offer.matter().caseId().value());
        audit.note(action, Subject.OFFER, subjects, null, detail);
        audit.noteAbout(offer.from(), action, Subject.OFFER, subjects, detail);
    }
}
