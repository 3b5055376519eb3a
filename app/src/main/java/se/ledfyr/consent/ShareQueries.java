package se.ledfyr.consent;

import static se.ledfyr.consent.internal.tables.Share.SHARE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelFate;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.Parcels;
import se.ledfyr.people.PersonId;

/// The SQL of what was shared, each line with what became of its parcel.
@Repository
class ShareQueries {

    private static final ParcelFate UNKNOWN = new ParcelFate(null, null, null);

    private final DSLContext sql;
    private final Parcels parcels;

    ShareQueries(DSLContext sql, Parcels parcels) {
        this.sql = sql;
        this.parcels = parcels;
    }

    /// The database refuses it when the gate is closed.
    void insert(UUID id, ParcelId parcel, ShareRequest request, @Nullable ConsentId consent, Instant at) {
        Acting acting = Acting.current();
        Basis basis = request.basis();
        sql.insertInto(SHARE)
                .set(SHARE.ID, id)
                .set(SHARE.ORGANISATION, acting.organisation().value())
                .set(SHARE.PERSON_ID, request.person().value())
                .set(SHARE.PARCEL_ID, parcel.value())
                .set(SHARE.RECEIVER, request.receiver().value())
                .set(SHARE.PURPOSE, request.purpose())
                .set(SHARE.GROUPS, FieldGroup.codes(request.content().groups()))
                .set(SHARE.CONSENT_ID, consent == null ? null : consent.value())
                .set(SHARE.GROUND, basis instanceof Basis.LawfulGround ground ? ground.code() : null)
                .set(SHARE.OVERRIDDEN, basis instanceof Basis.Override)
                .set(SHARE.REASON, reason(basis))
                .set(SHARE.SHARED_AT, at.atOffset(ZoneOffset.UTC))
                .set(
                        SHARE.SHARED_BY,
                        acting.member() == null ? null : acting.member().value())
                .execute();
    }

    static @Nullable String reason(Basis basis) {
        return switch (basis) {
            case Basis.OwnConsent own -> null;
            case Basis.LawfulGround ground -> ground.reason();
            case Basis.Override override -> override.reason();
        };
    }

    List<ShareLine> listOf(PersonId person) {
        return list(SHARE.PERSON_ID.eq(person.value()));
    }

    List<ShareLine> listOf(ConsentId consent) {
        return list(SHARE.CONSENT_ID.eq(consent.value()));
    }

    List<ShareLine> listOf(ParcelId parcel) {
        return list(SHARE.PARCEL_ID.eq(parcel.value()));
    }

    void setStopped(UUID share, Instant at) {
        sql.update(SHARE)
                .set(SHARE.STOPPED_AT, at.atOffset(ZoneOffset.UTC))
                .where(SHARE.ID.eq(share))
                .and(SHARE.STOPPED_AT.isNull())
                .execute();
    }

    /// Newest first.
    private List<ShareLine> list(Condition which) {
        List<Record> rows = sql.select(SHARE.fields())
                .from(SHARE)
                .where(which)
                .orderBy(SHARE.SHARED_AT.desc(), SHARE.ID)
                .fetch(row -> row);
        Map<ParcelId, ParcelFate> fates = parcels.fates(
                rows.stream().map(row -> new ParcelId(row.get(SHARE.PARCEL_ID))).toList());
        return rows.stream().map(row -> read(row, fates)).toList();
    }

    private static ShareLine read(Record row, Map<ParcelId, ParcelFate> fates) {
        ParcelId parcel = new ParcelId(row.get(SHARE.PARCEL_ID));
        UUID consent = row.get(SHARE.CONSENT_ID);
        UUID by = row.get(SHARE.SHARED_BY);
        OffsetDateTime stopped = row.get(SHARE.STOPPED_AT);
        return new ShareLine(
                row.get(SHARE.ID),
                parcel,
                new OrganisationId(row.get(SHARE.RECEIVER)),
                row.get(SHARE.PURPOSE),
                ConsentQueries.groups(row.get(SHARE.GROUPS)),
                consent == null ? null : new ConsentId(consent),
                row.get(SHARE.GROUND),
                row.get(SHARE.OVERRIDDEN),
                row.get(SHARE.REASON),
                row.get(SHARE.SHARED_AT).toInstant(),
                by == null ? null : new MemberId(by),
                stopped == null ? null : stopped.toInstant(),
                fates.getOrDefault(parcel, UNKNOWN));
    }
}
