package se.ledfyr.justice;

import static se.ledfyr.justice.internal.tables.Compensation.COMPENSATION;
import static se.ledfyr.justice.internal.tables.Counsel.COUNSEL;
import static se.ledfyr.justice.internal.tables.RightAnswer.RIGHT_ANSWER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseId;

/// The statements about counsel, rights and compensation.
@Repository
class HelpQueries {

    private final DSLContext sql;

    HelpQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// Counsel as it is stored, with the name still sealed.
    record StoredCounsel(Counsel counsel, byte @Nullable [] name) {}

    void insert(UUID id, CaseId caseId, String kind, byte @Nullable [] name, LocalDate asked, Instant at) {
        sql.insertInto(COUNSEL)
                .set(COUNSEL.ID, id)
                .set(COUNSEL.CASE_ID, caseId.value())
                .set(COUNSEL.ORGANISATION, organisation())
                .set(COUNSEL.KIND, kind)
                .set(COUNSEL.NAME_SEALED, name)
                .set(COUNSEL.ASKED_ON, asked)
                .set(COUNSEL.NOTED_AT, at.atOffset(ZoneOffset.UTC))
                .set(COUNSEL.NOTED_BY, member())
                .execute();
    }

    /// @return false when there is none that waits, or it was asked for later than that
    boolean answer(CaseId caseId, UUID id, Counsel.Answer answer, LocalDate on) {
        return sql.update(COUNSEL)
                        .set(COUNSEL.ANSWER, answer.stored())
                        .set(COUNSEL.ANSWERED_ON, on)
                        .where(COUNSEL.ID.eq(id))
                        .and(COUNSEL.CASE_ID.eq(caseId.value()))
                        .and(COUNSEL.STRUCK_AT.isNull())
                        .and(COUNSEL.ANSWERED_ON.isNull())
                        .and(COUNSEL.ASKED_ON.le(on))
                        .execute()
                == 1;
    }

    /// @return false when there is none that was appointed and has not ended, or it was appointed later
    ///     than that
    boolean end(CaseId caseId, UUID id, LocalDate on) {
        return sql.update(COUNSEL)
                        .set(COUNSEL.ENDED_ON, on)
                        .where(COUNSEL.ID.eq(id))
                        .and(COUNSEL.CASE_ID.eq(caseId.value()))
                        .and(COUNSEL.STRUCK_AT.isNull())
                        .and(COUNSEL.ANSWER.eq(Counsel.Answer.APPOINTED.stored()))
                        .and(COUNSEL.ENDED_ON.isNull())
                        .and(COUNSEL.ANSWERED_ON.le(on))
                        .execute()
                == 1;
    }

    boolean strikeCounsel(CaseId caseId, UUID id, Instant at) {
        return sql.update(COUNSEL)
                        .set(COUNSEL.STRUCK_AT, at.atOffset(ZoneOffset.UTC))
                        .where(COUNSEL.ID.eq(id))
                        .and(COUNSEL.CASE_ID.eq(caseId.value()))
                        .and(COUNSEL.STRUCK_AT.isNull())
                        .execute()
                == 1;
    }

    List<StoredCounsel> counsel(CaseId caseId) {
        return sql.selectFrom(COUNSEL)
                .where(COUNSEL.CASE_ID.eq(caseId.value()))
                .and(COUNSEL.STRUCK_AT.isNull())
                .orderBy(COUNSEL.ASKED_ON, COUNSEL.NOTED_AT, COUNSEL.ID)
                .fetch(row -> new StoredCounsel(
                        new Counsel(
                                row.get(COUNSEL.ID),
                                row.get(COUNSEL.KIND),
                                null,
                                row.get(COUNSEL.ASKED_ON),
                                Counsel.Answer.of(row.get(COUNSEL.ANSWER)),
                                row.get(COUNSEL.ANSWERED_ON),
                                row.get(COUNSEL.ENDED_ON)),
                        row.get(COUNSEL.NAME_SEALED)));
    }

    Map<String, String> rights(CaseId caseId) {
        return sql.select(RIGHT_ANSWER.RIGHT_CODE, RIGHT_ANSWER.ANSWER)
                .from(RIGHT_ANSWER)
                .where(RIGHT_ANSWER.CASE_ID.eq(caseId.value()))
                .fetchMap(RIGHT_ANSWER.RIGHT_CODE, RIGHT_ANSWER.ANSWER);
    }

    void answer(CaseId caseId, String right, String answer, Instant at) {
        sql.insertInto(RIGHT_ANSWER)
                .set(RIGHT_ANSWER.CASE_ID, caseId.value())
                .set(RIGHT_ANSWER.ORGANISATION, organisation())
                .set(RIGHT_ANSWER.RIGHT_CODE, right)
                .set(RIGHT_ANSWER.ANSWER, answer)
                .set(RIGHT_ANSWER.ANSWERED_AT, at.atOffset(ZoneOffset.UTC))
                .set(RIGHT_ANSWER.ANSWERED_BY, member())
                .onConflict(RIGHT_ANSWER.CASE_ID, RIGHT_ANSWER.ORGANISATION, RIGHT_ANSWER.RIGHT_CODE)
                .doUpdate()
                .set(RIGHT_ANSWER.ANSWER, answer)
                .set(RIGHT_ANSWER.ANSWERED_AT, at.atOffset(ZoneOffset.UTC))
                .set(RIGHT_ANSWER.ANSWERED_BY, member())
                .execute();
    }

    void insert(
            UUID id,
            CaseId caseId,
            String kind,
            LocalDate asked,
            @Nullable Long ore,
            @Nullable LocalDate expected,
            Instant at) {
        sql.insertInto(COMPENSATION)
                .set(COMPENSATION.ID, id)
                .set(COMPENSATION.CASE_ID, caseId.value())
                .set(COMPENSATION.ORGANISATION, organisation())
                .set(COMPENSATION.KIND, kind)
                .set(COMPENSATION.ASKED_ON, asked)
                .set(COMPENSATION.ASKED_ORE, ore)
                .set(COMPENSATION.EXPECTED_ON, expected)
                .set(COMPENSATION.NOTED_AT, at.atOffset(ZoneOffset.UTC))
                .set(COMPENSATION.NOTED_BY, member())
                .execute();
    }

    /// @return false when there is none that waits, or it was asked for later than that
    boolean decide(CaseId caseId, UUID id, String decision, LocalDate on, @Nullable Long ore) {
        return sql.update(COMPENSATION)
                        .set(COMPENSATION.DECISION, decision)
                        .set(COMPENSATION.DECIDED_ON, on)
                        .set(COMPENSATION.DECIDED_ORE, ore)
                        .where(COMPENSATION.ID.eq(id))
                        .and(COMPENSATION.CASE_ID.eq(caseId.value()))
                        .and(COMPENSATION.STRUCK_AT.isNull())
                        .and(COMPENSATION.DECIDED_ON.isNull())
                        .and(COMPENSATION.ASKED_ON.le(on))
                        .execute()
                == 1;
    }

    boolean strikeCompensation(CaseId caseId, UUID id, Instant at) {
        return sql.update(COMPENSATION)
                        .set(COMPENSATION.STRUCK_AT, at.atOffset(ZoneOffset.UTC))
                        .where(COMPENSATION.ID.eq(id))
                        .and(COMPENSATION.CASE_ID.eq(caseId.value()))
                        .and(COMPENSATION.STRUCK_AT.isNull())
                        .execute()
                == 1;
    }

    List<Compensation> compensations(CaseId caseId) {
        return sql.selectFrom(COMPENSATION)
                .where(COMPENSATION.CASE_ID.eq(caseId.value()))
                .and(COMPENSATION.STRUCK_AT.isNull())
                .orderBy(COMPENSATION.ASKED_ON, COMPENSATION.NOTED_AT, COMPENSATION.ID)
                .fetch(HelpQueries::read);
    }

    private static Compensation read(Record row) {
        return new Compensation(
                row.get(COMPENSATION.ID),
                row.get(COMPENSATION.KIND),
                row.get(COMPENSATION.ASKED_ON),
                row.get(COMPENSATION.ASKED_ORE),
                row.get(COMPENSATION.DECISION),
                row.get(COMPENSATION.DECIDED_ON),
                row.get(COMPENSATION.DECIDED_ORE),
                row.get(COMPENSATION.EXPECTED_ON));
    }

    private static UUID organisation() {
        return Acting.current().organisation().value();
    }

    private static @Nullable UUID member() {
        Acting acting = Acting.current();
        return acting.member() == null ? null : acting.member().value();
    }
}
