package se.ledfyr.guidance;

import static se.ledfyr.guidance.internal.tables.Mark.MARK;
import static se.ledfyr.guidance.internal.tables.Plan.PLAN;
import static se.ledfyr.guidance.internal.tables.Task.TASK;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.people.PersonId;

/// The statements about plans and tasks, which are each organisation's own.
@Repository
class PlanQueries {

    private final DSLContext sql;

    PlanQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// A task as it is stored, with what somebody wrote still sealed.
    ///
    /// @param person with whose key it is sealed
    record StoredTask(Task task, PersonId person, byte @Nullable [] sealed) {}

    Optional<String> findEdition(CaseId caseId) {
        return sql.select(PLAN.EDITION)
                .from(PLAN)
                .where(PLAN.CASE_ID.eq(caseId.value()))
                .fetchOptional(PLAN.EDITION);
    }

    void keepEdition(CaseId caseId, String edition, Instant at) {
        sql.insertInto(PLAN)
                .set(PLAN.CASE_ID, caseId.value())
                .set(PLAN.ORGANISATION, organisation())
                .set(PLAN.EDITION, edition)
                .set(PLAN.CHOSEN_AT, utc(at))
                .set(PLAN.CHOSEN_BY, member())
                .onConflict(PLAN.CASE_ID, PLAN.ORGANISATION)
                .doUpdate()
                .set(PLAN.EDITION, edition)
                .set(PLAN.CHOSEN_AT, utc(at))
                .set(PLAN.CHOSEN_BY, member())
                .execute();
    }

    Map<String, Mark> marks(CaseId caseId) {
        return sql.select(MARK.ACTION, MARK.STATE)
                .from(MARK)
                .where(MARK.CASE_ID.eq(caseId.value()))
                .fetchMap(row -> row.get(MARK.ACTION), row -> Mark.valueOf(row.get(MARK.STATE)));
    }

    void mark(CaseId caseId, String action, Mark mark, Instant at) {
        sql.insertInto(MARK)
                .set(MARK.CASE_ID, caseId.value())
                .set(MARK.ORGANISATION, organisation())
                .set(MARK.ACTION, action)
                .set(MARK.STATE, mark.name())
                .set(MARK.MARKED_AT, utc(at))
                .set(MARK.MARKED_BY, member())
                .onConflict(MARK.CASE_ID, MARK.ORGANISATION, MARK.ACTION)
                .doUpdate()
                .set(MARK.STATE, mark.name())
                .set(MARK.MARKED_AT, utc(at))
                .set(MARK.MARKED_BY, member())
                .execute();
    }

    void insert(TaskId id, CaseFile file, NewTask task, byte @Nullable [] sealed, Instant at) {
        HolderInside owner = task.owner();
        sql.insertInto(TASK)
                .set(TASK.ID, id.value())
                .set(TASK.CASE_ID, file.id().value())
                .set(TASK.ORGANISATION, organisation())
                .set(TASK.PERSON_ID, file.person().value())
                .set(TASK.ACTION, task.action())
                .set(TASK.WORDS_SEALED, sealed)
                .set(
                        TASK.MEMBER,
                        owner instanceof HolderInside.Colleague one
                                ? one.member().value()
                                : null)
                .set(TASK.DUTY, owner instanceof HolderInside.Duty duty ? duty.name() : null)
                .set(TASK.DUE_ON, task.due())
                .set(TASK.MADE_AT, utc(at))
                .set(TASK.MADE_BY, member())
                .execute();
    }

    /// @return false when there is no such open task
    boolean end(TaskId id, Task.Result result, Instant at) {
        return sql.update(TASK)
                        .set(TASK.RESULT, result.name())
                        .set(TASK.ENDED_AT, utc(at))
                        .set(TASK.ENDED_BY, member())
                        .where(TASK.ID.eq(id.value()))
                        .and(TASK.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    Optional<StoredTask> find(TaskId id) {
        return sql.selectFrom(TASK).where(TASK.ID.eq(id.value())).fetchOptional(PlanQueries::read);
    }

    List<StoredTask> tasks(CaseId caseId) {
        return sql.selectFrom(TASK)
                .where(TASK.CASE_ID.eq(caseId.value()))
                .orderBy(TASK.ENDED_AT.isNotNull(), TASK.DUE_ON.asc().nullsLast(), TASK.MADE_AT, TASK.ID)
                .fetch(PlanQueries::read);
    }

    private static StoredTask read(Record row) {
        String result = row.get(TASK.RESULT);
        UUID member = row.get(TASK.MEMBER);
        Task task = new Task(
                new TaskId(row.get(TASK.ID)),
                new CaseId(row.get(TASK.CASE_ID)),
                row.get(TASK.ACTION),
                null,
                member == null
                        ? new HolderInside.Duty(row.get(TASK.DUTY))
                        : new HolderInside.Colleague(new MemberId(member)),
                row.get(TASK.DUE_ON),
                row.get(TASK.FROM_ORGANISATION) != null,
                result == null ? null : Task.Result.valueOf(result));
        return new StoredTask(task, new PersonId(row.get(TASK.PERSON_ID)), row.get(TASK.WORDS_SEALED));
    }

    private static UUID organisation() {
        return Acting.current().organisation().value();
    }

    private static @Nullable UUID member() {
        Acting acting = Acting.current();
        return acting.member() == null ? null : acting.member().value();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
