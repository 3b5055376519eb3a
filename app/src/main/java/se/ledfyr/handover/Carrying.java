package se.ledfyr.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
import se.ledfyr.casework.Cases;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.deadlines.Letters;
import se.ledfyr.needs.Needs;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.organisations.Role;

/// What time does to an offer: telling the receiver, reminding, and carrying silence onward. Runs in the
/// transaction of the clock, for the sender and with nobody bound.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Carrying {

    private static final Set<Role> WORK_WITH_PEOPLE = Set.of(Role.COORDINATOR, Role.CASEWORKER);

    private final OfferRows rows;
    private final EscalationRows entries;
    private final OfferClocks clocks;
    private final DueTimes dueTimes;
    private final Letters letters;
    private final Cases cases;
    private final Needs needs;
    private final Organisations organisations;
    private final JointTransaction parts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Carrying(
            OfferRows rows,
            EscalationRows entries,
            OfferClocks clocks,
            DueTimes dueTimes,
            Letters letters,
            Cases cases,
            Needs needs,
            Organisations organisations,
            JointTransaction parts,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.clocks = clocks;
        this.dueTimes = dueTimes;
        this.letters = letters;
        this.cases = cases;
        this.needs = needs;
        this.organisations = organisations;
        this.parts = parts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// The offer has just been made: it is put among what the receiver has to do.
    void arrive(OfferId id) {
        find(id).ifPresent(offer -> {
            clocks.arrived(offer);
            if (organisations.findMailboxWithoutAccount(offer.to()).isEmpty()) {
                as(offer.to(), () -> {
                    clocks.toAnswer(offer);
                    return letters.sendToRoles(
                            WORK_WITH_PEOPLE,
                            offer.matter().caseId().value(),
                            "handover.letter.arrived",
                            id.reference(),
                            OfferClocks.path(id));
                });
            }
        });
    }

    void remind(OfferId id) {
        find(id).filter(offer -> offer.course().stage() == Stage.WAITING).ifPresent(offer -> {
            if (rows.remind(id)) {
                audit.note(Action.OFFER_REMINDED, Subject.OFFER, id.value(), null);
                organisations
                        .findMailboxWithoutAccount(offer.to())
                        .ifPresent(
                                mailbox -> letters.send(mailbox, "handover.letter.reminder", id.reference(), "/offer"));
            }
        });
    }

    /// Time is out: on to the next who must answer, and when there is nobody left, back to the sender.
    void carry(OfferId id) {
        find(id).ifPresent(offer -> {
            switch (offer.course().stage()) {
                case WAITING, REMINDED ->
                    regionOffice(offer)
                            .ifPresentOrElse(office -> carry(offer, Stage.REGION, office), () -> carryToNation(offer));
                case REGION -> carryToNation(offer);
                case NATION -> expire(offer);
            }
        });
    }

    private void carryToNation(Offer offer) {
        organisations
                .findNationalCoordination()
                .map(Organisation::id)
                .filter(office -> !office.equals(offer.to()))
                .ifPresent(office -> carry(offer, Stage.NATION, office));
    }

    /// The office that was asked itself is passed over; the office that asks gets an entry like every other.
    private Optional<OrganisationId> regionOffice(Offer offer) {
        return organisations
                .findOfficeOf(offer.matter().region())
                .map(Organisation::id)
                .filter(office -> !office.equals(offer.to()));
    }

    private void carry(Offer offer, Stage stage, OrganisationId office) {
        Instant now = clock.instant();
        Instant nextBy = dueTimes.after(now, offer.rule().second()).dueAt();
        release(offer, office);
        if (!rows.carry(offer, stage, office, nextBy)) {
            return;
        }
        entries.insert(offer, stage, office, now, nextBy);
        clocks.carried(offer, stage, nextBy);
        audit.note(Action.OFFER_CARRIED, Subject.OFFER, List.of(offer.id().value()), null, stage.name());
        as(office, () -> {
            clocks.escalated(offer, nextBy);
            return letters.sendToRoles(
                    WORK_WITH_PEOPLE,
                    offer.matter().caseId().value(),
                    "handover.letter.escalated",
                    offer.id().reference(),
                    OfferClocks.path(offer.id()));
        });
        events.publishEvent(new OfferCarried(offer.id()));
    }

    /// Leave for the office to take over, where the sender still has it to give.
    private void release(Offer offer, OrganisationId office) {
        Matter matter = offer.matter();
        if (office.equals(offer.from())) {
            return;
        }
        if (matter.need() != null) {
            boolean owed = needs.find(matter.need())
                    .filter(need -> need.isOpen() && need.owedBy().equals(offer.from()))
                    .isPresent();
            if (owed) {
                needs.release(matter.need(), offer.id().value(), Set.of(office));
            }
        } else if (cases.find(matter.caseId())
                .filter(file -> file.isHeldBy(offer.from()))
                .isPresent()) {
            cases.release(matter.caseId(), offer.id().value(), Set.of(office));
        }
    }

    private void expire(Offer offer) {
        if (rows.end(offer.id(), OfferState.EXPIRED, clock.instant())) {
            audit.note(Action.OFFER_EXPIRED, Subject.OFFER, offer.id().value(), null);
            events.publishEvent(new OfferEnded(offer.id()));
        }
    }

    private Optional<Offer> find(OfferId id) {
        return rows.find(id).filter(Offer::isOpen);
    }

    private <T> T as(OrganisationId organisation, Supplier<T> part) {
        return parts.as(Acting.houseFor(organisation, Right.WORK_WITH_PEOPLE), part);
    }
}
