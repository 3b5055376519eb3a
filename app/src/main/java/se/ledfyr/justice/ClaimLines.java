package se.ledfyr.justice;

import static se.ledfyr.justice.internal.tables.WageEvidence.WAGE_EVIDENCE;
import static se.ledfyr.justice.internal.tables.WageMoney.WAGE_MONEY;
import static se.ledfyr.justice.internal.tables.WageRate.WAGE_RATE;
import static se.ledfyr.justice.internal.tables.WageWork.WAGE_WORK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseId;
import se.ledfyr.methods.wages.HourKind;
import se.ledfyr.methods.wages.Pay;
import se.ledfyr.methods.wages.Rate;
import se.ledfyr.methods.wages.Settled;
import se.ledfyr.methods.wages.Work;

/// The statements about the lines of wage claims. A line is never changed: it is struck, and another
/// one written.
@Repository
class ClaimLines {

    private final DSLContext sql;

    ClaimLines(DSLContext sql) {
        this.sql = sql;
    }

    /// Evidence as it is stored, with every word still sealed.
    record StoredEvidence(
            UUID id,
            String kind,
            byte[] what,
            byte @Nullable [] place,
            byte @Nullable [] seenBy,
            @Nullable LocalDate seenOn) {}

    void add(CaseId caseId, ClaimId claim, Rate rate) {
        Pay pay = rate.pay();
        sql.insertInto(WAGE_RATE)
                .set(WAGE_RATE.ID, UUID.randomUUID())
                .set(WAGE_RATE.CLAIM_ID, claim.value())
                .set(WAGE_RATE.CASE_ID, caseId.value())
                .set(WAGE_RATE.ORGANISATION, organisation())
                .set(WAGE_RATE.KIND, rate.kind().name())
                .set(WAGE_RATE.FROM_ON, rate.from())
                .set(WAGE_RATE.TO_ON, rate.to())
                .set(WAGE_RATE.ORE_PER_HOUR, pay instanceof Pay.PerHour hour ? hour.ore() : null)
                .set(WAGE_RATE.PERCENT, pay instanceof Pay.OfOrdinary part ? part.hundredths() : null)
                .set(WAGE_RATE.SOURCE, rate.source())
                .execute();
    }

    void add(CaseId caseId, ClaimId claim, Work work) {
        sql.insertInto(WAGE_WORK)
                .set(WAGE_WORK.ID, UUID.randomUUID())
                .set(WAGE_WORK.CLAIM_ID, claim.value())
                .set(WAGE_WORK.CASE_ID, caseId.value())
                .set(WAGE_WORK.ORGANISATION, organisation())
                .set(WAGE_WORK.FROM_ON, work.from())
                .set(WAGE_WORK.TO_ON, work.to())
                .set(WAGE_WORK.ORDINARY_MINUTES, work.ordinaryMinutes())
                .set(WAGE_WORK.OVERTIME_MINUTES, work.overtimeMinutes())
                .set(WAGE_WORK.UNSOCIAL_MINUTES, work.unsocialMinutes())
                .execute();
    }

    void add(CaseId caseId, ClaimId claim, Settled settled, String what, @Nullable LocalDate day) {
        sql.insertInto(WAGE_MONEY)
                .set(WAGE_MONEY.ID, UUID.randomUUID())
                .set(WAGE_MONEY.CLAIM_ID, claim.value())
                .set(WAGE_MONEY.CASE_ID, caseId.value())
                .set(WAGE_MONEY.ORGANISATION, organisation())
                .set(WAGE_MONEY.KIND, settled.kind().name())
                .set(WAGE_MONEY.WHAT, what)
                .set(WAGE_MONEY.ON_DAY, day)
                .set(WAGE_MONEY.ORE, settled.ore())
                .execute();
    }

    void add(CaseId caseId, ClaimId claim, StoredEvidence evidence, Instant at) {
        sql.insertInto(WAGE_EVIDENCE)
                .set(WAGE_EVIDENCE.ID, evidence.id())
                .set(WAGE_EVIDENCE.CLAIM_ID, claim.value())
                .set(WAGE_EVIDENCE.CASE_ID, caseId.value())
                .set(WAGE_EVIDENCE.ORGANISATION, organisation())
                .set(WAGE_EVIDENCE.KIND, evidence.kind())
                .set(WAGE_EVIDENCE.WHAT_SEALED, evidence.what())
                .set(WAGE_EVIDENCE.PLACE_SEALED, evidence.place())
                .set(WAGE_EVIDENCE.SEEN_BY_SEALED, evidence.seenBy())
                .set(WAGE_EVIDENCE.SEEN_ON, evidence.seenOn())
                .set(WAGE_EVIDENCE.NOTED_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Map<UUID, List<Claim.RateLine>> rates(Collection<UUID> claims) {
        return sql.selectFrom(WAGE_RATE)
                .where(WAGE_RATE.CLAIM_ID.in(claims))
                .and(WAGE_RATE.STRUCK_AT.isNull())
                .orderBy(WAGE_RATE.KIND, WAGE_RATE.FROM_ON, WAGE_RATE.ID)
                .fetchGroups(WAGE_RATE.CLAIM_ID, ClaimLines::rate);
    }

    Map<UUID, List<Claim.WorkLine>> work(Collection<UUID> claims) {
        return sql.selectFrom(WAGE_WORK)
                .where(WAGE_WORK.CLAIM_ID.in(claims))
                .and(WAGE_WORK.STRUCK_AT.isNull())
                .orderBy(WAGE_WORK.FROM_ON, WAGE_WORK.TO_ON, WAGE_WORK.ID)
                .fetchGroups(
                        WAGE_WORK.CLAIM_ID,
                        row -> new Claim.WorkLine(
                                row.get(WAGE_WORK.ID),
                                new Work(
                                        row.get(WAGE_WORK.FROM_ON),
                                        row.get(WAGE_WORK.TO_ON),
                                        row.get(WAGE_WORK.ORDINARY_MINUTES),
                                        row.get(WAGE_WORK.OVERTIME_MINUTES),
                                        row.get(WAGE_WORK.UNSOCIAL_MINUTES))));
    }

    Map<UUID, List<Claim.MoneyLine>> money(Collection<UUID> claims) {
        return sql.selectFrom(WAGE_MONEY)
                .where(WAGE_MONEY.CLAIM_ID.in(claims))
                .and(WAGE_MONEY.STRUCK_AT.isNull())
                .orderBy(WAGE_MONEY.ON_DAY.asc().nullsLast(), WAGE_MONEY.ID)
                .fetchGroups(
                        WAGE_MONEY.CLAIM_ID,
                        row -> new Claim.MoneyLine(
                                row.get(WAGE_MONEY.ID),
                                new Settled(Settled.Kind.valueOf(row.get(WAGE_MONEY.KIND)), row.get(WAGE_MONEY.ORE)),
                                row.get(WAGE_MONEY.WHAT),
                                row.get(WAGE_MONEY.ON_DAY)));
    }

    List<StoredEvidence> evidence(ClaimId claim) {
        return sql.selectFrom(WAGE_EVIDENCE)
                .where(WAGE_EVIDENCE.CLAIM_ID.eq(claim.value()))
                .and(WAGE_EVIDENCE.STRUCK_AT.isNull())
                .orderBy(WAGE_EVIDENCE.NOTED_AT, WAGE_EVIDENCE.ID)
                .fetch(row -> new StoredEvidence(
                        row.get(WAGE_EVIDENCE.ID),
                        row.get(WAGE_EVIDENCE.KIND),
                        row.get(WAGE_EVIDENCE.WHAT_SEALED),
                        row.get(WAGE_EVIDENCE.PLACE_SEALED),
                        row.get(WAGE_EVIDENCE.SEEN_BY_SEALED),
                        row.get(WAGE_EVIDENCE.SEEN_ON)));
    }

    /// @return false when the claim has no such line that stands
    boolean strike(ClaimId claim, UUID line, Instant at) {
        return strike(WAGE_RATE, WAGE_RATE.CLAIM_ID, WAGE_RATE.ID, WAGE_RATE.STRUCK_AT, claim, line, at)
                || strike(WAGE_WORK, WAGE_WORK.CLAIM_ID, WAGE_WORK.ID, WAGE_WORK.STRUCK_AT, claim, line, at)
                || strike(WAGE_MONEY, WAGE_MONEY.CLAIM_ID, WAGE_MONEY.ID, WAGE_MONEY.STRUCK_AT, claim, line, at)
                || strike(
                        WAGE_EVIDENCE,
                        WAGE_EVIDENCE.CLAIM_ID,
                        WAGE_EVIDENCE.ID,
                        WAGE_EVIDENCE.STRUCK_AT,
                        claim,
                        line,
                        at);
    }

    private boolean strike(
            Table<?> table,
            Field<UUID> claimId,
            Field<UUID> id,
            Field<OffsetDateTime> struck,
            ClaimId claim,
            UUID line,
            Instant at) {
        return sql.update(table)
                        .set(struck, at.atOffset(ZoneOffset.UTC))
                        .where(id.eq(line))
                        .and(claimId.eq(claim.value()))
                        .and(struck.isNull())
                        .execute()
                == 1;
    }

    private static Claim.RateLine rate(Record row) {
        Long ore = row.get(WAGE_RATE.ORE_PER_HOUR);
        return new Claim.RateLine(
                row.get(WAGE_RATE.ID),
                new Rate(
                        HourKind.valueOf(row.get(WAGE_RATE.KIND)),
                        row.get(WAGE_RATE.FROM_ON),
                        row.get(WAGE_RATE.TO_ON),
                        ore == null ? new Pay.OfOrdinary(row.get(WAGE_RATE.PERCENT)) : new Pay.PerHour(ore),
                        row.get(WAGE_RATE.SOURCE)));
    }

    private static UUID organisation() {
        return Acting.current().organisation().value();
    }
}
