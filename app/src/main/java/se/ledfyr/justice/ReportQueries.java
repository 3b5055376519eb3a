package se.ledfyr.justice;

import static se.ledfyr.justice.internal.tables.Report.REPORT;
import static se.ledfyr.justice.internal.tables.ReportCrime.REPORT_CRIME;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseId;

/// The statements about reports. Row-level security leaves only those of the acting organisation's own
/// file.
@Repository
class ReportQueries {

    private final DSLContext sql;

    ReportQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// A report as it is stored, with what leads to the person still sealed.
    record Stored(
            ReportId id,
            CaseId caseId,
            int number,
            LocalDate reportedOn,
            String initiatedBy,
            String region,
            byte @Nullable [] reference,
            byte @Nullable [] unit) {}

    void insert(
            ReportId id,
            CaseId caseId,
            NewReport report,
            byte @Nullable [] reference,
            byte @Nullable [] unit,
            Instant at) {
        Acting acting = Acting.current();
        UUID organisation = acting.organisation().value();
        sql.insertInto(REPORT)
                .set(REPORT.ID, id.value())
                .set(REPORT.CASE_ID, caseId.value())
                .set(REPORT.ORGANISATION, organisation)
                .set(REPORT.NUMBER, next(caseId))
                .set(REPORT.REPORTED_ON, report.reportedOn())
                .set(REPORT.INITIATED_BY, report.initiatedBy())
                .set(REPORT.REGION, report.region())
                .set(REPORT.REFERENCE_SEALED, reference)
                .set(REPORT.UNIT_SEALED, unit)
                .set(REPORT.NOTED_AT, at.atOffset(ZoneOffset.UTC))
                .set(
                        REPORT.NOTED_BY,
                        acting.member() == null ? null : acting.member().value())
                .execute();
        for (Crime crime : report.crimes()) {
            sql.insertInto(REPORT_CRIME)
                    .set(REPORT_CRIME.REPORT_ID, id.value())
                    .set(REPORT_CRIME.CASE_ID, caseId.value())
                    .set(REPORT_CRIME.ORGANISATION, organisation)
                    .set(REPORT_CRIME.CRIME, crime.crime())
                    .set(REPORT_CRIME.BRA_CODE, crime.braCode())
                    .execute();
        }
    }

    Optional<Stored> find(CaseId caseId, ReportId id) {
        return sql.selectFrom(REPORT)
                .where(REPORT.ID.eq(id.value()))
                .and(REPORT.CASE_ID.eq(caseId.value()))
                .and(REPORT.STRUCK_AT.isNull())
                .fetchOptional(ReportQueries::read);
    }

    List<Stored> listOf(CaseId caseId) {
        return sql.selectFrom(REPORT)
                .where(REPORT.CASE_ID.eq(caseId.value()))
                .and(REPORT.STRUCK_AT.isNull())
                .orderBy(REPORT.NUMBER)
                .fetch(ReportQueries::read);
    }

    List<Crime> crimes(ReportId id) {
        return sql.selectFrom(REPORT_CRIME)
                .where(REPORT_CRIME.REPORT_ID.eq(id.value()))
                .orderBy(REPORT_CRIME.BRA_CODE.asc().nullsLast(), REPORT_CRIME.CRIME)
                .fetch(row -> new Crime(row.get(REPORT_CRIME.CRIME), row.get(REPORT_CRIME.BRA_CODE)));
    }

    void name(ReportId id, byte @Nullable [] reference, byte @Nullable [] unit) {
        sql.update(REPORT)
                .set(REPORT.REFERENCE_SEALED, reference)
                .set(REPORT.UNIT_SEALED, unit)
                .where(REPORT.ID.eq(id.value()))
                .execute();
    }

    void strike(ReportId id, String why, Instant at) {
        sql.update(REPORT)
                .set(REPORT.STRUCK_AT, at.atOffset(ZoneOffset.UTC))
                .set(REPORT.STRUCK_REASON, why)
                .where(REPORT.ID.eq(id.value()))
                .execute();
    }

    private int next(CaseId caseId) {
        return sql.select(DSL.coalesce(DSL.max(REPORT.NUMBER), 0).plus(1))
                .from(REPORT)
                .where(REPORT.CASE_ID.eq(caseId.value()))
                .fetchSingle()
                .value1();
    }

    private static Stored read(Record row) {
        return new Stored(
                new ReportId(row.get(REPORT.ID)),
                new CaseId(row.get(REPORT.CASE_ID)),
                row.get(REPORT.NUMBER),
                row.get(REPORT.REPORTED_ON),
                row.get(REPORT.INITIATED_BY),
                row.get(REPORT.REGION),
                row.get(REPORT.REFERENCE_SEALED),
                row.get(REPORT.UNIT_SEALED));
    }
}
