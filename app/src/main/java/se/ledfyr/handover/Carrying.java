package se.ledfyr.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.deadlines.Letters;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.organisations.Role;

/// What time does to an offer: telling the receiver, reminding, and carrying silence and refusals
/// onward. Runs in the transaction of the clock, for the sender and with nobody bound.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Carrying {

    private static final Set<Role> WORK_WITH_PEOPLE = Set.of(Role.COORDINATOR, Role.CASEWORKER);

    private final OfferRows rows;
    private final Ladder ladder;
    private final OfferClocks clocks;
    private final Letters letters;
    private final Organisations organisations;
    private final JointTransaction parts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Carrying(
            OfferRows rows,
            Ladder ladder,
            OfferClocks clocks,
            Letters letters,
            Organisations organisations,
            JointTransaction parts,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ladder = ladder;
        this.clocks = clocks;
        this.letters = letters;
        this.organisations = organisations;
        this.parts = parts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// The offer has just been made, or taken further by its sender: it is put among what the one who
    /// must answer has to do.
    void arrive(OfferId id) {
        find(id).ifPresent(offer -> {
            clocks.arrived(offer);
            if (offer.course().saidNo()) {
                offer.office()
                        .ifPresent(office -> tell(
                                offer,
                                office,
                                Objects.requireNonNull(offer.times().nextBy())));
            } else if (organisations.findMailboxWithoutAccount(offer.to()).isEmpty()) {
                as(offer.to(), () -> {
                    clocks.toAnswer(offer);
                    return write(offer, "handover.letter.arrived");
                });
            }
        });
    }

    void remind(OfferId id) {
        find(id).filter(offer -> offer.course().allows(Step.REMIND, Party.CLOCK))
                .ifPresent(offer -> {
                    if (rows.remind(id)) {
                        audit.note(Action.OFFER_REMINDED, Subject.OFFER, id.value(), null);
                        organisations
                                .findMailboxWithoutAccount(offer.to())
                                .ifPresent(mailbox ->
                                        letters.send(mailbox, "handover.letter.reminder", id.reference(), "/offer"));
                    }
                });
    }

    /// Time is out: on to the next who must answer, and when there is nobody left, back to the sender.
    void carry(OfferId id) {
        find(id).ifPresent(offer -> {
            if (offer.course().allows(Step.EXPIRE, Party.CLOCK)) {
                expire(offer);
            } else {
                ladder.next(offer).ifPresent(rung -> carry(offer, rung));
            }
        });
    }

    /// The sender has done nothing about a no: then it goes to an office by itself.
    void takeFurther(OfferId id) {
        rows.find(id)
                .filter(offer -> offer.allows(Step.TAKE_FURTHER, Acting.current()) && ladder.isStillOwed(offer))
                .ifPresent(offer -> ladder.next(offer).ifPresent(rung -> carry(offer, rung)));
    }

    private void carry(Offer offer, Ladder.Rung rung) {
        ladder.climb(offer, rung).ifPresent(nextBy -> tell(offer, rung.office(), nextBy));
    }

    private void tell(Offer offer, OrganisationId office, Instant nextBy) {
        as(office, () -> {
            clocks.escalated(offer, nextBy);
            return write(offer, "handover.letter.escalated");
        });
    }

    private int write(Offer offer, String letter) {
        return letters.sendToRoles(
                WORK_WITH_PEOPLE,
                offer.matter().caseId().value(),
                letter,
                offer.id().reference(),
                OfferClocks.path(offer.id()));
    }

    private void expire(Offer offer) {
        if (rows.end(offer, offer.course().saidNo() ? OfferState.DECLINED : OfferState.EXPIRED, clock.instant())) {
            audit.note(Action.OFFER_EXPIRED, Subject.OFFER, offer.id().value(), null);
            events.publishEvent(new OfferEnded(offer.id()));
        }
    }

    private Optional<Offer> find(OfferId id) {
        return rows.find(id).filter(offer -> offer.course().isWaiting());
    }

    private <T> T as(OrganisationId organisation, Supplier<T> part) {
        return parts.as(Acting.houseFor(organisation, Right.WORK_WITH_PEOPLE), part);
    }
}
