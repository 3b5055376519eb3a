package se.ledfyr.handover;

import static se.ledfyr.handover.internal.tables.ToldAfterwards.TOLD_AFTERWARDS;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ParcelId;

/// What was told after an offer had been accepted, as it is stored. Row-level security leaves both ends
/// theirs, and the one who was told only what has not been taken back.
@Repository
class ToldRows {

    private final DSLContext sql;

    ToldRows(DSLContext sql) {
        this.sql = sql;
    }

    /// @param at when it was told
    record Row(ParcelId parcel, Instant at) {}

    void insert(OfferId offer, ParcelId parcel, OrganisationId to, Instant now) {
        Acting acting = Acting.current();
        sql.insertInto(TOLD_AFTERWARDS)
                .set(TOLD_AFTERWARDS.PARCEL_ID, parcel.value())
                .set(TOLD_AFTERWARDS.OFFER_ID, offer.value())
                .set(TOLD_AFTERWARDS.FROM_ORGANISATION, acting.organisation().value())
                .set(TOLD_AFTERWARDS.TO_ORGANISATION, to.value())
                .set(TOLD_AFTERWARDS.TOLD_AT, OfferRows.utc(now))
                .set(
                        TOLD_AFTERWARDS.TOLD_BY,
                        Objects.requireNonNull(acting.member()).value())
                .execute();
    }

    /// First to last.
    List<Row> list(OfferId offer) {
        return sql.selectFrom(TOLD_AFTERWARDS)
                .where(TOLD_AFTERWARDS.OFFER_ID.eq(offer.value()))
                .orderBy(TOLD_AFTERWARDS.TOLD_AT, TOLD_AFTERWARDS.PARCEL_ID)
                .fetch(row -> new Row(
                        new ParcelId(row.get(TOLD_AFTERWARDS.PARCEL_ID)),
                        row.get(TOLD_AFTERWARDS.TOLD_AT).toInstant()));
    }
}
