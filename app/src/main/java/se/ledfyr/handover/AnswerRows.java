package se.ledfyr.handover;

import static se.ledfyr.handover.internal.tables.Answer.ANSWER;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;

/// Answers as they are stored: kept for good, never changed.
@Repository
class AnswerRows {

    private final DSLContext sql;

    AnswerRows(DSLContext sql) {
        this.sql = sql;
    }

    void insertYes(Offer offer, Instant now) {
        insert(offer, false, now, null);
    }

    void insertNo(Offer offer, boolean late, Instant now, Decline decline) {
        insert(offer, late, now, decline);
    }

    private void insert(Offer offer, boolean late, Instant now, @Nullable Decline decline) {
        Acting acting = Acting.current();
        sql.insertInto(ANSWER)
                .set(ANSWER.OFFER_ID, offer.id().value())
                .set(ANSWER.LATE, late)
                .set(ANSWER.FROM_ORGANISATION, offer.from().value())
                .set(ANSWER.TO_ORGANISATION, offer.to().value())
                .set(ANSWER.KIND, decline == null ? "ACCEPTED" : "DECLINED")
                .set(ANSWER.GIVEN_AT, OfferRows.utc(now))
                .set(
                        ANSWER.GIVEN_BY,
                        acting.member() == null ? null : acting.member().value())
                .set(ANSWER.THROUGH, acting.member() == null ? "LINK" : "MEMBER")
                .set(ANSWER.DECLINED, decline == null ? null : decline.reason().code())
                .set(ANSWER.WRITTEN_DECISION, decline == null ? null : decline.written())
                .set(ANSWER.DECIDED_ON, decline == null ? null : decline.decidedOn())
                .execute();
    }

    List<Answer> list(OfferId offer) {
        return sql.selectFrom(ANSWER)
                .where(ANSWER.OFFER_ID.eq(offer.value()))
                .orderBy(ANSWER.GIVEN_AT)
                .fetch(AnswerRows::read);
    }

    private static Answer read(Record row) {
        @Nullable String declined = row.get(ANSWER.DECLINED);
        return new Answer(
                row.get(ANSWER.LATE),
                row.get(ANSWER.GIVEN_AT).toInstant(),
                OfferRows.member(row.get(ANSWER.GIVEN_BY)),
                declined == null ? null : DeclineReason.find(declined).orElseThrow(),
                row.get(ANSWER.WRITTEN_DECISION),
                row.get(ANSWER.DECIDED_ON));
    }
}
