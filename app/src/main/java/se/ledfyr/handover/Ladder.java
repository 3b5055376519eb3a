package se.ledfyr.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.Cases;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.needs.Needs;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;

/// The offices an offer is carried to when nobody answers, or somebody says no: that of the region, then the
/// national coordination. Everything here is done in the sender's name, by the sender or by a clock.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Ladder {

    private final OfferRows rows;
    private final EscalationRows entries;
    private final OfferClocks clocks;
    private final DueTimes dueTimes;
    private final Cases cases;
    private final Needs needs;
    private final Organisations organisations;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ladder(
            OfferRows rows,
            EscalationRows entries,
            OfferClocks clocks,
            DueTimes dueTimes,
            Cases cases,
            Needs needs,
            Organisations organisations,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.clocks = clocks;
        this.dueTimes = dueTimes;
        this.cases = cases;
        this.needs = needs;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// An office an offer can be carried to.
    record Rung(Stage stage, OrganisationId office) {}

    /// Who must be told next; empty when there is nobody left.
    Optional<Rung> next(Offer offer) {
        return switch (offer.course().stage()) {
            case WAITING, REMINDED -> region(offer).or(() -> nation(offer));
            case REGION -> nation(offer);
            case NATION -> Optional.empty();
        };
    }

    /// The same for a sender who asks, to whom its own office is of no use.
    Optional<Rung> nextBeside(Offer offer) {
        return next(offer)
                .filter(rung -> !rung.office().equals(offer.from()))
                .or(() -> nation(offer).filter(rung -> !rung.office().equals(offer.from())));
    }

    /// The office that was asked itself is passed over; the office that asks gets an entry like every other.
    private Optional<Rung> region(Offer offer) {
        return organisations
                .findOfficeOf(offer.matter().region())
                .map(Organisation::id)
                .filter(office -> !office.equals(offer.to()))
                .map(office -> new Rung(Stage.REGION, office));
    }

    private Optional<Rung> nation(Offer offer) {
        return organisations
                .findNationalCoordination()
                .map(Organisation::id)
                .filter(office -> !office.equals(offer.to()))
                .map(office -> new Rung(Stage.NATION, office));
    }

    /// Makes an entry at an office, with leave to take over and a time to answer in.
    ///
    /// @return by when the office must answer; empty when somebody has answered or ended the offer meanwhile
    Optional<Instant> climb(Offer offer, Rung rung) {
        Instant now = clock.instant();
        Instant nextBy = dueTimes.after(now, offer.rule().second()).dueAt();
        release(offer, rung.office());
        if (!rows.carry(offer, rung.stage(), rung.office(), nextBy)) {
            return Optional.empty();
        }
        entries.insert(offer, rung.stage(), rung.office(), now, nextBy);
        clocks.carried(offer, rung.stage(), nextBy);
        audit.note(
                offer.course().saidNo() ? Action.OFFER_TAKEN_FURTHER : Action.OFFER_CARRIED,
                Subject.OFFER,
                List.of(offer.id().value()),
                null,
                rung.stage().name());
        events.publishEvent(new OfferCarried(offer.id()));
        return Optional.of(nextBy);
    }

    /// Whether the sender still has to give what it offered.
    boolean isStillOwed(Offer offer) {
        Matter matter = offer.matter();
        return matter.need() == null
                ? cases.find(matter.caseId())
                        .filter(file -> file.isOpen() && file.isHeldBy(offer.from()))
                        .isPresent()
                : needs.find(matter.need())
                        .filter(need -> need.isOpen() && need.owedBy().equals(offer.from()))
                        .isPresent();
    }

    /// Leave for the office to take over, where the sender still has it to give.
    private void release(Offer offer, OrganisationId office) {
        if (office.equals(offer.from()) || !isStillOwed(offer)) {
            return;
        }
        Matter matter = offer.matter();
        if (matter.need() == null) {
            cases.release(matter.caseId(), offer.id().value(), Set.of(office));
        } else {
            needs.release(matter.need(), offer.id().value(), Set.of(office));
        }
    }
}
