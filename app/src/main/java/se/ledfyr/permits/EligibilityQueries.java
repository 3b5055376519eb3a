package se.ledfyr.permits;

import static se.ledfyr.permits.internal.tables.EligibilityCheck.ELIGIBILITY_CHECK;
import static se.ledfyr.permits.internal.tables.NotApplied.NOT_APPLIED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import tools.jackson.databind.json.JsonMapper;

/// The statements about checks and about why nobody applied. Whose they are is decided by row-level security.
@Repository
class EligibilityQueries {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;

    EligibilityQueries(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CaseFile file, Checked checked) {
        sql.insertInto(ELIGIBILITY_CHECK)
                .set(ELIGIBILITY_CHECK.ID, UUID.randomUUID())
                .set(ELIGIBILITY_CHECK.ORGANISATION, own())
                .set(ELIGIBILITY_CHECK.CASE_ID, file.id().value())
                .set(ELIGIBILITY_CHECK.PERSON_ID, file.person().value())
                .set(ELIGIBILITY_CHECK.EDITION, checked.edition())
                .set(ELIGIBILITY_CHECK.ON_DAY, checked.on())
                .set(ELIGIBILITY_CHECK.ANSWERS, JSONB.jsonb(JSON.writeValueAsString(checked.answers())))
                .set(ELIGIBILITY_CHECK.SAID, checked.said().toArray(String[]::new))
                .set(ELIGIBILITY_CHECK.CHECKED_AT, ApplicationQueries.utc(checked.at()))
                .set(ELIGIBILITY_CHECK.CHECKED_BY, member())
                .execute();
    }

    Optional<Checked> findLast(CaseId id) {
        return sql.selectFrom(ELIGIBILITY_CHECK)
                .where(ELIGIBILITY_CHECK.CASE_ID.eq(id.value()))
                .and(ELIGIBILITY_CHECK.ORGANISATION.eq(own()))
                .orderBy(ELIGIBILITY_CHECK.CHECKED_AT.desc())
                .limit(1)
                .fetchOptional(EligibilityQueries::read);
    }

    /// The answer before stays, and counts no more.
    void replaceCause(CaseFile file, String cause, LocalDate on, Instant at) {
        OffsetDateTime now = ApplicationQueries.utc(at);
        sql.update(NOT_APPLIED)
                .set(NOT_APPLIED.REPLACED_AT, now)
                .where(NOT_APPLIED.CASE_ID.eq(file.id().value()))
                .and(NOT_APPLIED.REPLACED_AT.isNull())
                .execute();
        sql.insertInto(NOT_APPLIED)
                .set(NOT_APPLIED.ID, UUID.randomUUID())
                .set(NOT_APPLIED.ORGANISATION, own())
                .set(NOT_APPLIED.CASE_ID, file.id().value())
                .set(NOT_APPLIED.PERSON_ID, file.person().value())
                .set(NOT_APPLIED.CAUSE, cause)
                .set(NOT_APPLIED.NOTED_ON, on)
                .set(NOT_APPLIED.NOTED_AT, now)
                .set(NOT_APPLIED.NOTED_BY, member())
                .execute();
    }

    /// Somebody has applied after all.
    void withdrawCause(CaseId id, Instant at) {
        sql.update(NOT_APPLIED)
                .set(NOT_APPLIED.REPLACED_AT, ApplicationQueries.utc(at))
                .where(NOT_APPLIED.CASE_ID.eq(id.value()))
                .and(NOT_APPLIED.REPLACED_AT.isNull())
                .execute();
    }

    Optional<String> findCause(CaseId id) {
        return sql.select(NOT_APPLIED.CAUSE)
                .from(NOT_APPLIED)
                .where(NOT_APPLIED.CASE_ID.eq(id.value()))
                .and(NOT_APPLIED.ORGANISATION.eq(own()))
                .and(NOT_APPLIED.REPLACED_AT.isNull())
                .fetchOptional(NOT_APPLIED.CAUSE);
    }

    private static UUID own() {
        return Acting.current().organisation().value();
    }

    private static @Nullable UUID member() {
        Acting acting = Acting.current();
        return acting.member() == null ? null : acting.member().value();
    }

    private static Checked read(Record row) {
        Map<String, String> answers = new LinkedHashMap<>();
        JSON.readTree(row.get(ELIGIBILITY_CHECK.ANSWERS).data())
                .forEachEntry((question, answer) -> answers.put(question, answer.asString()));
        return new Checked(
                row.get(ELIGIBILITY_CHECK.EDITION),
                row.get(ELIGIBILITY_CHECK.ON_DAY),
                answers,
                List.of(row.get(ELIGIBILITY_CHECK.SAID)),
                row.get(ELIGIBILITY_CHECK.CHECKED_AT).toInstant());
    }
}
