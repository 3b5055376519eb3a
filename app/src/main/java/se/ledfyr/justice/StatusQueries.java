package se.ledfyr.justice;

import static se.ledfyr.justice.internal.tables.StatusEntry.STATUS_ENTRY;

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
import se.ledfyr.organisations.MemberId;

/// The statements about how far reports have come.
@Repository
class StatusQueries {

    private final DSLContext sql;

    StatusQueries(DSLContext sql) {
        this.sql = sql;
    }

    UUID insert(CaseId caseId, @Nullable ReportId report, NewStatus status, Instant at) {
        Acting acting = Acting.current();
        UUID id = UUID.randomUUID();
        sql.insertInto(STATUS_ENTRY)
                .set(STATUS_ENTRY.ID, id)
                .set(STATUS_ENTRY.CASE_ID, caseId.value())
                .set(STATUS_ENTRY.ORGANISATION, acting.organisation().value())
                .set(STATUS_ENTRY.REPORT_ID, report == null ? null : report.value())
                .set(STATUS_ENTRY.STATUS, status.status())
                .set(STATUS_ENTRY.SINCE_ON, status.since())
                .set(STATUS_ENTRY.OUTCOME, status.outcome())
                .set(STATUS_ENTRY.CONVICTED_OF, status.convictedOf())
                .set(STATUS_ENTRY.NO_REPORT_REASON, status.noReportReason())
                .set(STATUS_ENTRY.WHY, status.why())
                .set(STATUS_ENTRY.EXPECTED_ON, status.expected())
                .set(STATUS_ENTRY.NOTED_AT, at.atOffset(ZoneOffset.UTC))
                .set(
                        STATUS_ENTRY.NOTED_BY,
                        acting.member() == null ? null : acting.member().value())
                .execute();
        return id;
    }

    /// The line that holds now.
    Optional<StatusEntry> now(CaseId caseId, @Nullable ReportId report) {
        return sql.selectFrom(STATUS_ENTRY)
                .where(about(caseId, report))
                .and(STATUS_ENTRY.UNTIL_ON.isNull())
                .fetchOptional(StatusQueries::read);
    }

    /// Everything that holds or held of a report, the latest first.
    List<StatusEntry> history(CaseId caseId, @Nullable ReportId report) {
        return sql.selectFrom(STATUS_ENTRY)
                .where(about(caseId, report))
                .orderBy(STATUS_ENTRY.SINCE_ON.desc(), STATUS_ENTRY.NOTED_AT.desc(), STATUS_ENTRY.ID.desc())
                .fetch(StatusQueries::read);
    }

    void strike(UUID id, Instant at) {
        sql.update(STATUS_ENTRY)
                .set(STATUS_ENTRY.STRUCK_AT, at.atOffset(ZoneOffset.UTC))
                .where(STATUS_ENTRY.ID.eq(id))
                .execute();
    }

    void strikeAll(CaseId caseId, ReportId report, Instant at) {
        sql.update(STATUS_ENTRY)
                .set(STATUS_ENTRY.STRUCK_AT, at.atOffset(ZoneOffset.UTC))
                .where(about(caseId, report))
                .execute();
    }

    /// What holds now across cases, the newest first.
    List<StatusEntry> listNow(@Nullable String status, int skip, int most) {
        return sql.selectFrom(STATUS_ENTRY)
                .where(STATUS_ENTRY.ORGANISATION.eq(
                        Acting.current().organisation().value()))
                .and(STATUS_ENTRY.UNTIL_ON.isNull())
                .and(STATUS_ENTRY.STRUCK_AT.isNull())
                .and(status == null ? DSL.noCondition() : STATUS_ENTRY.STATUS.eq(status))
                .orderBy(STATUS_ENTRY.SINCE_ON.desc(), STATUS_ENTRY.ID)
                .limit(most)
                .offset(skip)
                .fetch(StatusQueries::read);
    }

    private static Condition about(CaseId caseId, @Nullable ReportId report) {
        return STATUS_ENTRY
                .CASE_ID
                .eq(caseId.value())
                .and(report == null ? STATUS_ENTRY.REPORT_ID.isNull() : STATUS_ENTRY.REPORT_ID.eq(report.value()))
                .and(STATUS_ENTRY.STRUCK_AT.isNull());
    }

    private static StatusEntry read(Record row) {
        UUID report = row.get(STATUS_ENTRY.REPORT_ID);
        UUID by = row.get(STATUS_ENTRY.NOTED_BY);
        return new StatusEntry(
                row.get(STATUS_ENTRY.ID),
                new CaseId(row.get(STATUS_ENTRY.CASE_ID)),
                report == null ? null : new ReportId(report),
                row.get(STATUS_ENTRY.STATUS),
                row.get(STATUS_ENTRY.SINCE_ON),
                row.get(STATUS_ENTRY.UNTIL_ON),
                row.get(STATUS_ENTRY.OUTCOME),
                row.get(STATUS_ENTRY.CONVICTED_OF),
                row.get(STATUS_ENTRY.NO_REPORT_REASON),
                row.get(STATUS_ENTRY.WHY),
                row.get(STATUS_ENTRY.EXPECTED_ON),
                row.get(STATUS_ENTRY.NOTED_AT).toInstant(),
                by == null ? null : new MemberId(by));
    }
}
