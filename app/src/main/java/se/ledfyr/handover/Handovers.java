package se.ledfyr.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseId;
import se.ledfyr.people.OpenedParcel;
import se.ledfyr.people.Parcels;

/// Reading offers. An offer is there for both ends and for the offices that silence was carried to;
/// nobody else can tell that it exists.
@Service
@Transactional
public class Handovers {

    private final OfferRows rows;
    private final AnswerRows answers;
    private final EscalationRows entries;
    private final LinkRows links;
    private final Notes notes;
    private final Parcels parcels;
    private final AuditLog audit;

    Handovers(
            OfferRows rows,
            AnswerRows answers,
            EscalationRows entries,
            LinkRows links,
            Notes notes,
            Parcels parcels,
            AuditLog audit) {
        this.rows = rows;
        this.answers = answers;
        this.entries = entries;
        this.links = links;
        this.notes = notes;
        this.parcels = parcels;
        this.audit = audit;
    }

    /// Noted as read.
    ///
    /// @throws NotHere when there is no such offer that the acting organisation stands to
    public OfferFile get(OfferId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Offer offer = rows.find(id).orElseThrow(NotHere::new);
        audit.note(
                Action.READ,
                Subject.OFFER,
                List.of(id.value(), offer.matter().caseId().value()),
                null,
                null);
        return new OfferFile(
                offer,
                notes.list(id),
                answers.list(id),
                entries.list(id),
                links.list(id),
                offer.openTo(Acting.current()));
    }

    /// What was sent along with an offer to the acting organisation, without who it is. The sender sees
    /// that it was opened.
    ///
    /// @return empty when nothing was sent along, or it was closed
    public Optional<OpenedParcel> look(Offer offer) {
        return offer.parcel() == null || !offer.isTo(Acting.current().organisation())
                ? Optional.empty()
                : parcels.look(offer.parcel());
    }

    /// The offers in a case that the acting organisation stands to, first to last.
    public List<Offer> listOf(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return noted(rows.listOf(caseId));
    }

    /// The offers of one act that the acting organisation stands to. Empty where there is no such act.
    public List<Offer> listOf(UUID batch) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return noted(rows.listOf(batch));
    }

    private List<Offer> noted(List<Offer> offers) {
        if (!offers.isEmpty()) {
            List<UUID> ids = new ArrayList<>();
            offers.forEach(offer -> ids.add(offer.id().value()));
            audit.note(Action.LISTED, Subject.OFFER, ids, null, null);
        }
        return offers;
    }
}
