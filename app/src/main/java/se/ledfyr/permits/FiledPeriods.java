package se.ledfyr.permits;

import static se.ledfyr.permits.internal.tables.ReflectionPeriod.REFLECTION_PERIOD;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseId;

/// What follows on reflection periods that files brought. They have no application, so what is answered stands with the
/// period itself.
@Service
@Transactional
public class FiledPeriods {

    private static final int MOST = 100;

    private final DSLContext sql;
    private final ReflectionClocks clocks;
    private final AuditLog audit;
    private final Clock clock;

    FiledPeriods(DSLContext sql, ReflectionClocks clocks, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those about which the clock has asked and nobody has answered, the earliest end first, at most 100.
    public List<FiledPeriod> listAsked() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<FiledPeriod> found = sql.selectFrom(REFLECTION_PERIOD)
                .where(asked())
                .orderBy(REFLECTION_PERIOD.END_ON, REFLECTION_PERIOD.ID)
                .limit(MOST)
                .fetch(FiledPeriods::read);
        audit.note(
                Action.LISTED,
                Subject.PERMIT,
                found.stream().map(FiledPeriod::id).toList(),
                null,
                "filed");
        return found;
    }

    /// How many there are.
    public int countAsked() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return sql.fetchCount(REFLECTION_PERIOD, asked());
    }

    /// Whether there is one to answer, before anything is said about the answer.
    ///
    /// @throws NotHere when there is no such period that waits for an answer
    public void requireAsked(UUID id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (!sql.fetchExists(REFLECTION_PERIOD, REFLECTION_PERIOD.ID.eq(id).and(asked()))) {
            throw new NotHere();
        }
    }

    /// Says what follows on one that was asked about. Its clock stops.
    ///
    /// @param followed a code of `reflection_followed`
    /// @throws NotHere when there is no such period that waits for an answer
    public void answer(UUID id, String followed) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        int answered = sql.update(REFLECTION_PERIOD)
                .set(REFLECTION_PERIOD.FOLLOWED, followed)
                .set(REFLECTION_PERIOD.ANSWERED_ON, today())
                .setNull(REFLECTION_PERIOD.ASKED_UNTIL)
                .setNull(REFLECTION_PERIOD.ASKED_IN)
                .where(REFLECTION_PERIOD.ID.eq(id))
                .and(asked())
                .execute();
        if (answered == 0) {
            throw new NotHere();
        }
        clocks.answeredFiled(id);
        audit.note(Action.PERMIT_ANSWERED, Subject.PERMIT, List.of(id), null, followed);
    }

    private Condition asked() {
        LocalDate today = today();
        return REFLECTION_PERIOD
                .ASKED_UNTIL
                .le(today.plusDays(clocks.daysBefore()))
                .and(REFLECTION_PERIOD.FOLLOWED.isNull())
                .and(REFLECTION_PERIOD.DECISION.eq("granted"))
                .and(REFLECTION_PERIOD.WITHDRAWN_AT.isNull());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Applications.LOCAL_TIME);
    }

    private static FiledPeriod read(Record row) {
        UUID caseId = row.get(REFLECTION_PERIOD.ASKED_IN);
        return new FiledPeriod(
                row.get(REFLECTION_PERIOD.ID),
                Applicant.of(row.get(REFLECTION_PERIOD.APPLICANT)),
                row.get(REFLECTION_PERIOD.REGION),
                row.get(REFLECTION_PERIOD.MUNICIPALITY_CODE),
                row.get(REFLECTION_PERIOD.START_ON),
                row.get(REFLECTION_PERIOD.END_ON),
                caseId == null ? null : new CaseId(caseId));
    }
}
