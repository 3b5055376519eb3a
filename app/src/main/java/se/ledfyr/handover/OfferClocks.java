package se.ledfyr.handover;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.organisations.MemberId;

/// The clocks of an offer. Those of the sender drive it; the receiver and the offices have clocks of
/// their own, so that the offer stands among what they have to do. All of them stop when the offer
/// ends, whoever ends it.
@Component
class OfferClocks {

    static final String SUBJECT = "OFFER";
    /// The sender's: the receiver's time to answer.
    static final String ANSWER = "offer_answer";
    /// The sender's: the time of the office of the region, and of the national coordination.
    static final String REGION = "offer_region";

    static final String NATION = "offer_nation";
    /// The sender's, after a no: the time to ask somebody else or to take it further.
    static final String DECLINED = "offer_declined";
    /// The sender's, due at once: tells the receiver or the office, whose clock and letters the sender's
    /// transaction cannot write.
    static final String ARRIVED = "offer_arrived";
    /// The receiver's own.
    static final String TO_ANSWER = "offer_to_answer";
    /// An office's own.
    static final String ESCALATED = "offer_escalated";

    private final Clocks clocks;
    private final Clock clock;

    OfferClocks(Clocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    void begin(Offer offer, DueTime due) {
        set(offer, ANSWER, due, offer.offeredBy());
        begun(offer);
    }

    /// Has the house tell whoever must answer now.
    void begun(Offer offer) {
        set(offer, ARRIVED, DueTime.at(clock.instant()), null);
    }

    void stopDeclined(OfferId id) {
        clocks.stop(subject(id), DECLINED);
    }

    void carried(Offer offer, Stage stage, Instant nextBy) {
        set(offer, stage == Stage.REGION ? REGION : NATION, DueTime.at(nextBy), offer.offeredBy());
    }

    void arrived(Offer offer) {
        clocks.stop(subject(offer.id()), ARRIVED);
    }

    /// In the name of the receiver.
    void toAnswer(Offer offer) {
        Times times = offer.times();
        boolean reminds = times.halfAt().isBefore(times.answerBy());
        setApart(offer, TO_ANSWER, new DueTime(times.answerBy(), reminds ? times.halfAt() : null));
    }

    /// In the name of the office.
    void escalated(Offer offer, Instant nextBy) {
        clocks.stop(subject(offer.id()), ESCALATED);
        setApart(offer, ESCALATED, DueTime.at(nextBy));
    }

    static ClockSubject subject(OfferId id) {
        return new ClockSubject(SUBJECT, id.value());
    }

    static String path(OfferId id) {
        return "/handovers/" + id.value();
    }

    private void set(Offer offer, String kind, DueTime due, @Nullable MemberId member) {
        ClockRequest request = new ClockRequest(
                kind,
                subject(offer.id()),
                due,
                path(offer.id()),
                offer.matter().caseId().value(),
                member);
        clocks.set(request);
    }

    /// Outside the case: its clocks are shown to those who take part in it, and this organisation does
    /// not yet.
    private void setApart(Offer offer, String kind, DueTime due) {
        clocks.set(ClockRequest.of(kind, subject(offer.id()), due, path(offer.id())));
    }
}
