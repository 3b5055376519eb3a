package se.ledfyr.justice;

import static se.ledfyr.justice.internal.tables.WageClaim.WAGE_CLAIM;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.EventId;

/// The statements about wage claims; those about their lines are in [ClaimLines].
@Repository
class ClaimQueries {

    private final DSLContext sql;

    ClaimQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// A claim as it is stored, without its lines.
    record Stored(
            ClaimId id,
            CaseId caseId,
            int number,
            @Nullable EventId event,
            byte @Nullable [] employer,
            int holidayPay,
            String holidaySource,
            ClaimState state,
            Instant begunAt,
            Instant changedAt) {}

    void insert(
            ClaimId id,
            CaseId caseId,
            NewClaim claim,
            byte @Nullable [] employer,
            @Nullable EventId event,
            Instant at) {
        Acting acting = Acting.current();
        sql.insertInto(WAGE_CLAIM)
                .set(WAGE_CLAIM.ID, id.value())
                .set(WAGE_CLAIM.CASE_ID, caseId.value())
                .set(WAGE_CLAIM.ORGANISATION, acting.organisation().value())
                .set(WAGE_CLAIM.NUMBER, next(caseId))
                .set(WAGE_CLAIM.EVENT_ID, event == null ? null : event.value())
                .set(WAGE_CLAIM.EMPLOYER_SEALED, employer)
                .set(WAGE_CLAIM.HOLIDAY_PAY, claim.holidayPay())
                .set(WAGE_CLAIM.HOLIDAY_SOURCE, claim.holidaySource())
                .set(WAGE_CLAIM.BEGUN_AT, at.atOffset(ZoneOffset.UTC))
                .set(
                        WAGE_CLAIM.BEGUN_BY,
                        acting.member() == null ? null : acting.member().value())
                .set(WAGE_CLAIM.CHANGED_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<Stored> find(CaseId caseId, ClaimId id) {
        return sql.selectFrom(WAGE_CLAIM)
                .where(WAGE_CLAIM.ID.eq(id.value()))
                .and(WAGE_CLAIM.CASE_ID.eq(caseId.value()))
                .fetchOptional(ClaimQueries::read);
    }

    List<Stored> listOf(CaseId caseId) {
        return list(WAGE_CLAIM.CASE_ID.eq(caseId.value()));
    }

    List<Stored> listOf(EventId event) {
        return list(WAGE_CLAIM.EVENT_ID.eq(event.value()));
    }

    private List<Stored> list(Condition which) {
        return sql.selectFrom(WAGE_CLAIM)
                .where(which)
                .orderBy(WAGE_CLAIM.BEGUN_AT, WAGE_CLAIM.NUMBER, WAGE_CLAIM.ID)
                .fetch(ClaimQueries::read);
    }

    void setHolidayPay(ClaimId id, int holidayPay, String source) {
        sql.update(WAGE_CLAIM)
                .set(WAGE_CLAIM.HOLIDAY_PAY, holidayPay)
                .set(WAGE_CLAIM.HOLIDAY_SOURCE, source)
                .where(WAGE_CLAIM.ID.eq(id.value()))
                .execute();
    }

    void setState(ClaimId id, ClaimState state) {
        sql.update(WAGE_CLAIM)
                .set(WAGE_CLAIM.STATE, state.name())
                .where(WAGE_CLAIM.ID.eq(id.value()))
                .execute();
    }

    void touch(ClaimId id, Instant at) {
        sql.update(WAGE_CLAIM)
                .set(WAGE_CLAIM.CHANGED_AT, at.atOffset(ZoneOffset.UTC))
                .where(WAGE_CLAIM.ID.eq(id.value()))
                .execute();
    }

    private int next(CaseId caseId) {
        return sql.select(DSL.coalesce(DSL.max(WAGE_CLAIM.NUMBER), 0).plus(1))
                .from(WAGE_CLAIM)
                .where(WAGE_CLAIM.CASE_ID.eq(caseId.value()))
                .fetchSingle()
                .value1();
    }

    private static Stored read(Record row) {
        UUID event = row.get(WAGE_CLAIM.EVENT_ID);
        return new Stored(
                new ClaimId(row.get(WAGE_CLAIM.ID)),
                new CaseId(row.get(WAGE_CLAIM.CASE_ID)),
                row.get(WAGE_CLAIM.NUMBER),
                event == null ? null : new EventId(event),
                row.get(WAGE_CLAIM.EMPLOYER_SEALED),
                row.get(WAGE_CLAIM.HOLIDAY_PAY),
                row.get(WAGE_CLAIM.HOLIDAY_SOURCE),
                ClaimState.valueOf(row.get(WAGE_CLAIM.STATE)),
                row.get(WAGE_CLAIM.BEGUN_AT).toInstant(),
                row.get(WAGE_CLAIM.CHANGED_AT).toInstant());
    }
}
