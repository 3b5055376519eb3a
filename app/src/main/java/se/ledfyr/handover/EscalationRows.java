package se.ledfyr.handover;

import static se.ledfyr.handover.internal.tables.Escalation.ESCALATION;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;

/// Entries for offices as they are stored.
@Repository
class EscalationRows {

    private static final String NO = "NO";
    private static final String SILENCE = "SILENCE";

    private final DSLContext sql;

    EscalationRows(DSLContext sql) {
        this.sql = sql;
    }

    void insert(Offer offer, Stage level, OrganisationId office, Instant now, Instant answerBy) {
        sql.insertInto(ESCALATION)
                .set(ESCALATION.ID, UUID.randomUUID())
                .set(ESCALATION.OFFER_ID, offer.id().value())
                .set(ESCALATION.FROM_ORGANISATION, offer.from().value())
                .set(ESCALATION.TO_ORGANISATION, offer.to().value())
                .set(ESCALATION.LEVEL, level.name())
                .set(ESCALATION.ORGANISATION, office.value())
                .set(ESCALATION.CAUSE, offer.course().saidNo() ? NO : SILENCE)
                .set(ESCALATION.RAISED_AT, OfferRows.utc(now))
                .set(ESCALATION.ANSWER_BY, OfferRows.utc(answerBy))
                .execute();
    }

    /// Answers the entries of the acting office for an offer.
    ///
    /// @return how many there were; 0 when they have been answered meanwhile
    int answer(OfferId offer, Escalation.Result result, @Nullable OrganisationId other, Instant now) {
        Acting acting = Acting.current();
        return sql.update(ESCALATION)
                .set(ESCALATION.ANSWER, result.name())
                .set(ESCALATION.OTHER, other == null ? null : other.value())
                .set(ESCALATION.ANSWERED_AT, OfferRows.utc(now))
                .set(
                        ESCALATION.ANSWERED_BY,
                        acting.member() == null ? null : acting.member().value())
                .where(ESCALATION.OFFER_ID.eq(offer.value()))
                .and(ESCALATION.ORGANISATION.eq(acting.organisation().value()))
                .and(ESCALATION.ANSWERED_AT.isNull())
                .execute();
    }

    List<Escalation> list(OfferId offer) {
        return sql.selectFrom(ESCALATION)
                .where(ESCALATION.OFFER_ID.eq(offer.value()))
                .orderBy(ESCALATION.RAISED_AT)
                .fetch(EscalationRows::read);
    }

    private static Escalation read(Record row) {
        @Nullable String answer = row.get(ESCALATION.ANSWER);
        return new Escalation(
                row.get(ESCALATION.ID),
                Stage.valueOf(row.get(ESCALATION.LEVEL)),
                new OrganisationId(row.get(ESCALATION.ORGANISATION)),
                row.get(ESCALATION.RAISED_AT).toInstant(),
                row.get(ESCALATION.ANSWER_BY).toInstant(),
                OfferRows.instant(row.get(ESCALATION.ANSWERED_AT)),
                row.get(ESCALATION.CAUSE).equals(NO),
                answer == null ? null : Escalation.Result.valueOf(answer),
                OfferRows.organisation(row.get(ESCALATION.OTHER)));
    }
}
