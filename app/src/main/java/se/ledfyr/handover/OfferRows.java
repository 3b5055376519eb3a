package se.ledfyr.handover;

import static se.ledfyr.handover.internal.tables.Offer.OFFER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseId;
import se.ledfyr.needs.NeedId;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ParcelId;

/// Offers as they are stored. Row-level security leaves those the acting organisation stands to; every change
/// is made only where the offer still is as it was looked at.
@Repository
class OfferRows {

    private final DSLContext sql;

    OfferRows(DSLContext sql) {
        this.sql = sql;
    }

    void insert(Offer offer) {
        Matter matter = offer.matter();
        sql.insertInto(OFFER)
                .set(OFFER.ID, offer.id().value())
                .set(OFFER.BATCH, offer.batch())
                .set(OFFER.FROM_ORGANISATION, offer.from().value())
                .set(OFFER.TO_ORGANISATION, offer.to().value())
                .set(OFFER.CASE_ID, matter.caseId().value())
                .set(OFFER.NEED_ID, matter.need() == null ? null : matter.need().value())
                .set(OFFER.NEED_TYPE, matter.needType())
                .set(OFFER.ACUTE, matter.acute())
                .set(OFFER.ROUTE, matter.childRoute() ? "child" : "adult")
                .set(OFFER.REGION, matter.region())
                .set(OFFER.MUNICIPALITY_CODE, matter.municipality())
                .set(
                        OFFER.PARCEL_ID,
                        offer.parcel() == null ? null : offer.parcel().value())
                .set(OFFER.RULE, offer.rule().code())
                .set(OFFER.OFFERED_AT, utc(offer.times().offeredAt()))
                .set(OFFER.OFFERED_BY, offer.offeredBy().value())
                .set(OFFER.HALF_AT, utc(offer.times().halfAt()))
                .set(OFFER.ANSWER_BY, utc(offer.times().answerBy()))
                .execute();
    }

    Optional<Offer> find(OfferId id) {
        return sql.selectFrom(OFFER).where(OFFER.ID.eq(id.value())).fetchOptional(OfferRows::read);
    }

    List<Offer> listOf(CaseId caseId) {
        return list(OFFER.CASE_ID.eq(caseId.value()));
    }

    List<Offer> listOf(UUID batch) {
        return list(OFFER.BATCH.eq(batch));
    }

    /// The offer by which a need came to the acting organisation.
    Optional<Offer> findAccepted(NeedId need) {
        return sql.selectFrom(OFFER)
                .where(OFFER.NEED_ID.eq(need.value()))
                .and(OFFER.STATE.eq(OfferState.ACCEPTED.name()))
                .and(OFFER.CLOSED_BY_ORGANISATION.eq(
                        Acting.current().organisation().value()))
                .orderBy(OFFER.CLOSED_AT.desc())
                .limit(1)
                .fetchOptional(OfferRows::read);
    }

    private List<Offer> list(Condition condition) {
        return sql.selectFrom(OFFER)
                .where(condition)
                .orderBy(OFFER.OFFERED_AT, OFFER.ID)
                .fetch(OfferRows::read);
    }

    /// @return false when it has been answered or ended meanwhile
    boolean remind(OfferId id) {
        return sql.update(OFFER)
                        .set(OFFER.STAGE, Stage.REMINDED.name())
                        .where(OFFER.ID.eq(id.value()))
                        .and(OFFER.STATE.eq(OfferState.OPEN.name()))
                        .and(OFFER.STAGE.eq(Stage.WAITING.name()))
                        .execute()
                == 1;
    }

    /// Puts an offer that nobody answered, or that was declined, with an office.
    ///
    /// @return false when it has been answered or ended meanwhile
    boolean carry(Offer offer, Stage stage, OrganisationId office, Instant nextBy) {
        OfferState state = offer.course().saidNo() ? OfferState.TAKEN_FURTHER : OfferState.OPEN;
        var change = sql.update(OFFER)
                .set(OFFER.STATE, state.name())
                .set(OFFER.STAGE, stage.name())
                .set(OFFER.NEXT_BY, utc(nextBy));
        change = stage == Stage.REGION
                ? change.set(OFFER.REGION_OFFICE, office.value())
                : change.set(OFFER.NATIONAL_OFFICE, office.value());
        return change.where(OFFER.ID.eq(offer.id().value()))
                        .and(OFFER.STATE.eq(offer.course().state().name()))
                        .and(OFFER.STAGE.eq(offer.course().stage().name()))
                        .execute()
                == 1;
    }

    /// Ends an offer in the name of whoever acts.
    ///
    /// @param offer as it was looked at
    /// @return false when it has been answered or ended meanwhile
    boolean end(Offer offer, OfferState state, Instant now) {
        return end(offer, state, now, null, offer.times().nextBy());
    }

    /// Ends an open offer with a no of the acting receiver.
    ///
    /// @param nextBy when whoever has it then must have acted
    /// @return false when it has been answered or ended meanwhile
    boolean decline(Offer offer, OfferState state, Instant now, Instant nextBy) {
        return end(offer, state, now, now, nextBy);
    }

    private boolean end(
            Offer offer, OfferState state, Instant now, @Nullable Instant declinedAt, @Nullable Instant nextBy) {
        Acting acting = Acting.current();
        @Nullable Instant saidNo = declinedAt == null ? offer.declinedAt() : declinedAt;
        return sql.update(OFFER)
                        .set(OFFER.STATE, state.name())
                        .set(OFFER.DECLINED_AT, saidNo == null ? null : utc(saidNo))
                        .set(OFFER.NEXT_BY, nextBy == null ? null : utc(nextBy))
                        .set(OFFER.CLOSED_AT, utc(now))
                        .set(OFFER.CLOSED_BY_ORGANISATION, acting.organisation().value())
                        .set(
                                OFFER.CLOSED_BY_MEMBER,
                                acting.member() == null ? null : acting.member().value())
                        .where(OFFER.ID.eq(offer.id().value()))
                        .and(OFFER.STATE.eq(offer.course().state().name()))
                        .execute()
                == 1;
    }

    /// @return false when there is a late answer already
    boolean answerLate(OfferId id, Instant now) {
        return sql.update(OFFER)
                        .set(OFFER.LATE_ANSWER_AT, utc(now))
                        .where(OFFER.ID.eq(id.value()))
                        .and(OFFER.LATE_ANSWER_AT.isNull())
                        .execute()
                == 1;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    static @Nullable OrganisationId organisation(@Nullable UUID id) {
        return id == null ? null : new OrganisationId(id);
    }

    static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    private static Offer read(Record row) {
        @Nullable UUID parcel = row.get(OFFER.PARCEL_ID);
        return new Offer(
                new OfferId(row.get(OFFER.ID)),
                row.get(OFFER.BATCH),
                new OrganisationId(row.get(OFFER.FROM_ORGANISATION)),
                new OrganisationId(row.get(OFFER.TO_ORGANISATION)),
                new MemberId(row.get(OFFER.OFFERED_BY)),
                matter(row),
                parcel == null ? null : new ParcelId(parcel),
                AnswerRule.find(row.get(OFFER.RULE)).orElseThrow(),
                new Times(
                        row.get(OFFER.OFFERED_AT).toInstant(),
                        row.get(OFFER.HALF_AT).toInstant(),
                        row.get(OFFER.ANSWER_BY).toInstant(),
                        instant(row.get(OFFER.NEXT_BY))),
                course(row),
                organisation(row.get(OFFER.REGION_OFFICE)),
                organisation(row.get(OFFER.NATIONAL_OFFICE)),
                instant(row.get(OFFER.DECLINED_AT)),
                ending(row),
                instant(row.get(OFFER.LATE_ANSWER_AT)));
    }

    static Matter matter(Record row) {
        @Nullable UUID need = row.get(OFFER.NEED_ID);
        return new Matter(
                new CaseId(row.get(OFFER.CASE_ID)),
                need == null ? null : new NeedId(need),
                row.get(OFFER.NEED_TYPE),
                row.get(OFFER.ACUTE),
                row.get(OFFER.ROUTE).equals("child"),
                row.get(OFFER.REGION),
                row.get(OFFER.MUNICIPALITY_CODE));
    }

    static Course course(Record row) {
        OfferState state = OfferState.valueOf(row.get(OFFER.STATE));
        boolean byReceiver = state == OfferState.ACCEPTED
                && row.get(OFFER.TO_ORGANISATION).equals(row.get(OFFER.CLOSED_BY_ORGANISATION));
        return new Course(
                state,
                Stage.valueOf(row.get(OFFER.STAGE)),
                byReceiver,
                row.get(OFFER.DECLINED_AT) != null,
                row.get(OFFER.LATE_ANSWER_AT) != null);
    }

    private static @Nullable Ending ending(Record row) {
        @Nullable OffsetDateTime at = row.get(OFFER.CLOSED_AT);
        return at == null
                ? null
                : new Ending(
                        at.toInstant(),
                        new OrganisationId(row.get(OFFER.CLOSED_BY_ORGANISATION)),
                        member(row.get(OFFER.CLOSED_BY_MEMBER)),
                        instant(row.get(OFFER.ENDED_AT)),
                        row.get(OFFER.OUTCOME));
    }
}
