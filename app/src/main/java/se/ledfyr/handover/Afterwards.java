package se.ledfyr.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseTimes;
import se.ledfyr.casework.Cases;
import se.ledfyr.consent.ConsentGate;
import se.ledfyr.consent.NoConsent;
import se.ledfyr.consent.ShareRequest;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.people.OpenedParcel;
import se.ledfyr.people.ParcelFate;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.Parcels;
import se.ledfyr.people.PersonId;

/// Telling whoever took over who it is about, and more, after they have done so. An office that took
/// over from silence or a no got the duty and nobody's name; what it is told passes the consent gate,
/// and becomes its own once it takes it in.
@Service
@Transactional
public class Afterwards {

    private final OfferRows rows;
    private final ToldRows told;
    private final Gathering gathering;
    private final ConsentGate gate;
    private final Parcels parcels;
    private final Cases cases;
    private final CaseTimes times;
    private final Needs needs;
    private final Organisations organisations;
    private final AuditLog audit;
    private final Clock clock;

    Afterwards(
            OfferRows rows,
            ToldRows told,
            Gathering gathering,
            ConsentGate gate,
            Parcels parcels,
            Cases cases,
            CaseTimes times,
            Needs needs,
            Organisations organisations,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.told = told;
        this.gathering = gathering;
        this.gate = gate;
        this.parcels = parcels;
        this.cases = cases;
        this.times = times;
        this.needs = needs;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /// Something that was told afterwards, as the one who told may know of it.
    public record Told(ParcelId parcel, Instant at, ParcelFate fate) {}

    /// The offer, for the one who made it and can tell more about it.
    ///
    /// @throws NotHere when the acting organisation made no such offer, nobody took over, or whoever did cannot be
    ///     told here
    public Offer getToTell(OfferId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.find(id).filter(this::canTell).orElseThrow(NotHere::new);
    }

    /// Whether the acting organisation gave away what an offer is about, to somebody who can be told more.
    public boolean canTell(Offer offer) {
        return offer.isFrom(Acting.current().organisation())
                && offer.taker()
                        .filter(taker ->
                                organisations.findMailboxWithoutAccount(taker).isEmpty())
                        .isPresent();
    }

    /// Tells whoever took over.
    ///
    /// @throws NotHere as [#getToTell], and when the acting organisation does not know the person itself
    /// @throws NoConsent when nothing allows it
    public void tell(OfferId id, Along along) {
        Offer offer = getToTell(id);
        OrganisationId taker = offer.taker().orElseThrow(NotHere::new);
        Optional<CaseFile> file = cases.find(offer.matter().caseId());
        PersonId person = file.map(CaseFile::person)
                .or(() -> Optional.ofNullable(offer.matter().need()).flatMap(needs::findOwnFile))
                .orElseThrow(NotHere::new);
        ParcelId parcel = gate.share(new ShareRequest(
                        person, taker, along.purpose(), gathering.of(file, along.groups()), along.basis()))
                .parcel();
        told.insert(id, parcel, taker, clock.instant());
        note(Action.OFFER_TOLD_AFTERWARDS, offer, taker, parcel);
    }

    /// What the acting organisation told afterwards, with what became of it.
    public List<Told> listTold(Offer offer) {
        if (!offer.isFrom(Acting.current().organisation())) {
            return List.of();
        }
        List<ToldRows.Row> all = told.list(offer.id());
        Map<ParcelId, ParcelFate> fates =
                parcels.fates(all.stream().map(ToldRows.Row::parcel).toList());
        return all.stream()
                .map(row -> new Told(
                        row.parcel(), row.at(), fates.getOrDefault(row.parcel(), new ParcelFate(null, null, null))))
                .toList();
    }

    /// What the acting organisation was told afterwards, without who it is. Who told sees that it was opened.
    public List<OpenedParcel> listArrived(Offer offer) {
        if (!isTaker(offer)) {
            return List.of();
        }
        return told.list(offer.id()).stream()
                .map(row -> parcels.look(row.parcel()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Makes what was told part of what the acting organisation keeps about the person: of the case, of
    /// the need, or somebody new where it has nobody yet.
    ///
    /// @throws NotHere when nothing such was told to the acting organisation, or it was taken back
    public PersonId takeIn(OfferId id, ParcelId parcel) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Offer offer = rows.find(id).filter(this::isTaker).orElseThrow(NotHere::new);
        if (told.list(id).stream().noneMatch(row -> row.parcel().equals(parcel))) {
            throw new NotHere();
        }
        PersonId person = known(offer)
                .map(known -> {
                    parcels.adoptAbout(parcel, known);
                    return known;
                })
                .orElseGet(() -> asNew(offer, parcel));
        if (offer.matter().isWholeCase()) {
            bringTimes(offer);
        }
        note(Action.OFFER_TAKEN_IN, offer, offer.from(), parcel);
        return person;
    }

    /// Times that would have told about the person stayed with the one before until now.
    private void bringTimes(Offer offer) {
        cases.find(offer.matter().caseId())
                .filter(file -> file.isOpen() && file.isHeldBy(Acting.current().organisation()))
                .ifPresent(file -> times.bring(file.id(), offer.from()));
    }

    private Optional<PersonId> known(Offer offer) {
        return cases.find(offer.matter().caseId())
                .map(CaseFile::person)
                .or(() -> Optional.ofNullable(offer.matter().need()).flatMap(needs::findOwnFile));
    }

    private PersonId asNew(Offer offer, ParcelId parcel) {
        NeedId need = Optional.ofNullable(offer.matter().need()).orElseThrow(NotHere::new);
        PersonId person = parcels.adopt(parcel);
        needs.keepOwnFile(need, person);
        return person;
    }

    private boolean isTaker(Offer offer) {
        return offer.taker().filter(Acting.current().organisation()::equals).isPresent();
    }

    private void note(Action action, Offer offer, OrganisationId other, ParcelId parcel) {
        var subjects = List.of(offer.id().value(), parcel.value());
        audit.note(action, Subject.OFFER, subjects, null, null);
        audit.noteAbout(other, action, Subject.OFFER, subjects, null);
    }
}
