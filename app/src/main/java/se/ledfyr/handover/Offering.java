package se.ledfyr.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.TooLate;
import se.ledfyr.consent.ConsentGate;
import se.ledfyr.consent.NoConsent;
import se.ledfyr.consent.ShareRequest;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.needs.Needs;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.PersonId;

/// The sender's side of an offer: making it, replying to questions, taking it back, and no longer waiting.
///
/// Until somebody has accepted, the sender keeps the duty.
@Service
@Transactional
public class Offering {

    private final OfferRows rows;
    private final Notes notes;
    private final Matters matters;
    private final Cases cases;
    private final Needs needs;
    private final ConsentGate gate;
    private final Gathering gathering;
    private final OfferClocks clocks;
    private final DueTimes dueTimes;
    private final Organisations organisations;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offering(
            OfferRows rows,
            Notes notes,
            Matters matters,
            Cases cases,
            Needs needs,
            ConsentGate gate,
            Gathering gathering,
            OfferClocks clocks,
            DueTimes dueTimes,
            Organisations organisations,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.notes = notes;
        this.matters = matters;
        this.cases = cases;
        this.needs = needs;
        this.gate = gate;
        this.gathering = gathering;
        this.clocks = clocks;
        this.dueTimes = dueTimes;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Offers a case or a need to one receiver.
    ///
    /// @throws NotHere when the acting organisation holds no such open case or owes no such open need
    /// @throws AlreadyOffered when it waits for somebody's answer already
    /// @throws CannotReceive when the receiver cannot take this
    /// @throws NoConsent when nothing allows what should go along
    public OfferId offer(NewOffer wanted) {
        return offer(wanted, null);
    }

    /// Offers several in one act, all or none; each is answered by itself.
    ///
    /// @throws NotHere as [#offer]; so are the others
    public List<OfferId> offerAll(List<NewOffer> wanted) {
        UUID batch = UUID.randomUUID();
        return wanted.stream().map(each -> offer(each, batch)).toList();
    }

    private OfferId offer(NewOffer wanted, @Nullable UUID batch) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Matters.About about = matters.get(wanted.what());
        checkReceiver(wanted.to(), about.matter());
        AnswerRule rule = Optional.ofNullable(wanted.rule()).orElseGet(() -> usual(about.matter()));
        OfferId id = OfferId.random();
        release(about.matter(), id, wanted.to());
        Instant now = clock.instant();
        DueTime due = dueTimes.after(now, rule.code());
        Offer offer = new Offer(
                id,
                batch,
                Acting.current().organisation(),
                wanted.to(),
                member(),
                about.matter(),
                parcel(wanted, about),
                rule,
                new Times(now, due.halfAt() == null ? due.dueAt() : due.halfAt(), due.dueAt(), null),
                Course.BEGUN,
                null,
                null,
                null,
                null,
                null);
        insert(offer);
        notes.write(id, NoteKind.WHY, wanted.to(), wanted.why());
        clocks.begin(offer, due);
        audit.note(
                Action.OFFERED,
                Subject.OFFER,
                List.of(id.value(), about.matter().caseId().value()),
                null,
                about.matter().isWholeCase() ? "case" : about.matter().needType());
        events.publishEvent(new OfferMade(id));
        return id;
    }

    /// What would be offered, without anything that tells who it is about.
    ///
    /// @throws NotHere when it is not there for the acting organisation
    public Matter matterOf(Offered what) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return matters.get(what).matter();
    }

    /// By which rule the time to answer is counted when nobody chooses another.
    public AnswerRule usualRule(Matter matter) {
        return usual(matter);
    }

    /// Answers what the receiver asked.
    ///
    /// @throws NotHere when there is no such question to answer
    /// @throws TooLate when the offer has come to its end
    public void reply(OfferId id, UUID question, String text) {
        Offer offer = Standing.require(rows.find(id), Step.REPLY);
        if (!notes.reply(id, question, offer.to(), Words.required(text))) {
            throw new NotHere();
        }
        audit.note(Action.OFFER_REPLIED, Subject.OFFER, id.value(), null);
    }

    /// Takes an offer back.
    ///
    /// @param why kept for the sender, 1-2000 characters
    /// @throws TooLate when it has come to its end meanwhile
    public void withdraw(OfferId id, String why) {
        end(Standing.require(rows.find(id), Step.WITHDRAW), OfferState.WITHDRAWN, Action.OFFER_WITHDRAWN, why);
    }

    /// No longer waits for an answer that did not come in time, or for an office: somebody else can
    /// then be asked. A receiver who kept silent still can, and should, say why not.
    ///
    /// @param why kept for the sender, 1-2000 characters
    /// @throws TooLate when it has come to its end meanwhile
    public void letGo(OfferId id, String why) {
        Offer offer = Standing.require(rows.find(id), Step.LET_GO);
        OfferState state = offer.course().saidNo() ? OfferState.DECLINED : OfferState.EXPIRED;
        end(offer, state, Action.OFFER_LET_GO, why);
    }

    private void end(Offer offer, OfferState state, Action action, String why) {
        notes.write(offer.id(), NoteKind.WITHDRAWAL, offer.from(), Words.required(why));
        if (!rows.end(offer, state, clock.instant())) {
            throw new TooLate();
        }
        audit.note(action, Subject.OFFER, offer.id().value(), null);
        events.publishEvent(new OfferEnded(offer.id()));
    }

    /// Acute comes before everything, and whoever may be under 18 before everybody else.
    static AnswerRule usual(Matter matter) {
        if (matter.acute()) {
            return AnswerRule.ANSWER_ACUTE;
        }
        return matter.childRoute() ? AnswerRule.ANSWER_CHILD : AnswerRule.ANSWER_OTHER;
    }

    private void checkReceiver(OrganisationId to, Matter matter) {
        boolean takesPart =
                organisations.list().stream().anyMatch(each -> each.id().equals(to));
        boolean self = to.equals(Acting.current().organisation());
        if (self || !takesPart || (matter.isWholeCase() && isWithoutAccount(to))) {
            throw new CannotReceive();
        }
    }

    private boolean isWithoutAccount(OrganisationId to) {
        return organisations.findMailboxWithoutAccount(to).isPresent();
    }

    private void release(Matter matter, OfferId offer, OrganisationId to) {
        if (matter.need() == null) {
            cases.release(matter.caseId(), offer.value(), Set.of(to));
        } else {
            needs.release(matter.need(), offer.value(), Set.of(to));
        }
    }

    private void insert(Offer offer) {
        try {
            rows.insert(offer);
        } catch (DuplicateKeyException offered) {
            throw new AlreadyOffered();
        }
    }

    private @Nullable ParcelId parcel(NewOffer wanted, Matters.About about) {
        Along along = wanted.along();
        if (along == null) {
            return null;
        }
        PersonId person = about.person().orElseThrow(NotHere::new);
        return gate.share(new ShareRequest(
                        person,
                        wanted.to(),
                        along.purpose(),
                        gathering.of(about.file(), along.groups()),
                        along.basis()))
                .parcel();
    }

    private static MemberId member() {
        return Objects.requireNonNull(Acting.current().member(), "An offer is made by somebody");
    }
}
