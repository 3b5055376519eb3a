package se.ledfyr.handover;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.TooLate;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;

/// The offices' side of an offer that nobody answered, or that was declined: each entry is answered by
/// taking over, by naming somebody else to ask, or by giving it back with a reason.
///
/// An office sees what is offered, to whom and since when, and nothing that tells who the person is. That
/// follows through the consent gate alone, from whoever offered.
@Service
@Transactional
public class Escalations {

    private final OfferRows rows;
    private final EscalationRows entries;
    private final Notes notes;
    private final Answering answering;
    private final Organisations organisations;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Escalations(
            OfferRows rows,
            EscalationRows entries,
            Notes notes,
            Answering answering,
            Organisations organisations,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.notes = notes;
        this.answering = answering;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Takes the responsibility itself. Who the person is, the office is told by the sender afterwards.
    ///
    /// @throws NotHere when silence about no such offer was carried to the acting organisation
    /// @throws TooLate when somebody else was first, or the offer has come to its end; nothing is then changed
    public void takeOver(OfferId id, HolderInside inside) {
        Offer offer = Standing.require(rows.find(id), Step.TAKE_OVER);
        answering.take(offer.matter(), null, inside);
        answer(offer, Escalation.Result.TAKEN_OVER, null);
        if (!rows.end(offer, OfferState.ACCEPTED, clock.instant())) {
            throw new TooLate();
        }
        note(offer, Escalation.Result.TAKEN_OVER);
        events.publishEvent(new OfferAccepted(id));
    }

    /// Names somebody else whom the sender should ask. The offer ends; the sender keeps the duty and
    /// makes the next one.
    ///
    /// @param text for the sender, 1-2000 characters
    /// @throws NotHere when silence about no such offer was carried to the acting organisation, or the other
    ///     does not take part
    /// @throws TooLate when the offer has come to its end
    public void nameAnother(OfferId id, OrganisationId other, String text) {
        Offer offer = Standing.require(rows.find(id), Step.HAND_BACK);
        if (other.equals(offer.from()) || organisations.find(other).isEmpty()) {
            throw new NotHere();
        }
        handBack(offer, Escalation.Result.FOUND_ANOTHER, other, text);
    }

    /// Gives the matter back to the sender with a reason.
    ///
    /// @param text for the sender, 1-2000 characters
    /// @throws NotHere when silence about no such offer was carried to the acting organisation
    /// @throws TooLate when the offer has come to its end
    public void giveBack(OfferId id, String text) {
        handBack(Standing.require(rows.find(id), Step.HAND_BACK), Escalation.Result.RETURNED, null, text);
    }

    private void handBack(Offer offer, Escalation.Result result, @Nullable OrganisationId other, String text) {
        notes.write(offer.id(), NoteKind.ESCALATION, offer.from(), Words.required(text));
        answer(offer, result, other);
        OfferState state = offer.course().saidNo() ? OfferState.DECLINED : OfferState.EXPIRED;
        if (!rows.end(offer, state, clock.instant())) {
            throw new TooLate();
        }
        note(offer, result);
        events.publishEvent(new OfferEnded(offer.id()));
    }

    private void answer(Offer offer, Escalation.Result result, @Nullable OrganisationId other) {
        if (entries.answer(offer.id(), result, other, clock.instant()) == 0) {
            throw new TooLate();
        }
    }

    private void note(Offer offer, Escalation.Result result) {
        audit.note(
                Action.ESCALATION_ANSWERED,
                Subject.OFFER,
                List.of(offer.id().value(), offer.matter().caseId().value()),
                null,
                result.name());
        audit.noteAbout(
                offer.from(),
                Action.ESCALATION_ANSWERED,
                Subject.OFFER,
                List.of(offer.id().value()),
                result.name());
    }
}
