package se.ledfyr.returns;

import static se.ledfyr.returns.internal.tables.Escort.ESCORT;
import static se.ledfyr.returns.internal.tables.ExitStep.EXIT_STEP;
import static se.ledfyr.returns.internal.tables.FollowUp.FOLLOW_UP;
import static se.ledfyr.returns.internal.tables.Measure.MEASURE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of what is done on the way.
@Repository
class ReturnCourseRows {

    /// The set times of follow-up, as rules of time.
    static final List<String> FOLLOW_UPS =
            List.of("return_follow_up_first", "return_follow_up_second", "return_follow_up_third");

    private static final String PLAN = """
            insert into returns.follow_up (id, application_id, rule, due_on)
            select gen_random_uuid(), id, ?, ?::date from unnest(?::uuid[]) as new (id)
                on conflict (application_id, rule) do update set due_on = excluded.due_on where follow_up.held_on is null
            """;

    private static final String NEXT = """
            update returns.application a
               set follow_up_on = (select min(f.due_on) from returns.follow_up f where f.application_id = a.id and f.held_on is null)
             where a.id = any (?::uuid[])
            """;

    private final DSLContext sql;
    private final Clock clock;

    ReturnCourseRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Course of(ReturnId id) {
        return new Course(measures(id), escorts(id), exit(id), followUps(id));
    }

    private List<Course.Measure> measures(ReturnId id) {
        return sql.selectFrom(MEASURE)
                .where(MEASURE.APPLICATION_ID.eq(id.value()))
                .and(MEASURE.REMOVED_AT.isNull())
                .orderBy(MEASURE.GIVEN_ON, MEASURE.ID)
                .fetch(row ->
                        new Course.Measure(row.get(MEASURE.ID), row.get(MEASURE.KIND), row.get(MEASURE.GIVEN_ON)));
    }

    private List<Course.Escort> escorts(ReturnId id) {
        return sql.selectFrom(ESCORT)
                .where(ESCORT.APPLICATION_ID.eq(id.value()))
                .and(ESCORT.REMOVED_AT.isNull())
                .orderBy(ESCORT.FROM_ON, ESCORT.ID)
                .fetch(row -> new Course.Escort(
                        row.get(ESCORT.ID),
                        row.get(ESCORT.WHO),
                        row.get(ESCORT.FROM_COUNTRY),
                        row.get(ESCORT.TO_COUNTRY),
                        row.get(ESCORT.FROM_ON),
                        row.get(ESCORT.TO_ON)));
    }

    private List<Course.ExitStep> exit(ReturnId id) {
        return sql.selectFrom(EXIT_STEP)
                .where(EXIT_STEP.APPLICATION_ID.eq(id.value()))
                .orderBy(EXIT_STEP.NOTED_AT, EXIT_STEP.ID)
                .fetch(row -> new Course.ExitStep(
                        row.get(EXIT_STEP.KIND), row.get(EXIT_STEP.HAPPENED_ON), row.get(EXIT_STEP.DEADLINE)));
    }

    private List<Course.FollowUp> followUps(ReturnId id) {
        return sql.selectFrom(FOLLOW_UP)
                .where(FOLLOW_UP.APPLICATION_ID.eq(id.value()))
                .orderBy(FOLLOW_UP.DUE_ON, FOLLOW_UP.RULE)
                .fetch(row -> new Course.FollowUp(
                        row.get(FOLLOW_UP.ID),
                        row.get(FOLLOW_UP.RULE),
                        row.get(FOLLOW_UP.DUE_ON),
                        row.get(FOLLOW_UP.HELD_ON),
                        row.get(FOLLOW_UP.WAY),
                        row.get(FOLLOW_UP.CONTENTMENT),
                        row.get(FOLLOW_UP.SUCCESS)));
    }

    void addMeasure(ReturnId id, String kind, LocalDate day) {
        sql.insertInto(MEASURE)
                .set(MEASURE.ID, UUID.randomUUID())
                .set(MEASURE.APPLICATION_ID, id.value())
                .set(MEASURE.KIND, kind)
                .set(MEASURE.GIVEN_ON, day)
                .set(MEASURE.NOTED_IN, OpeningRows.organisation())
                .set(MEASURE.NOTED_BY, OpeningRows.member())
                .set(MEASURE.NOTED_AT, now())
                .execute();
    }

    /// @return false when there is no such measure
    boolean removeMeasure(ReturnId id, UUID measure) {
        return sql.update(MEASURE)
                        .set(MEASURE.REMOVED_AT, now())
                        .where(MEASURE.ID.eq(measure))
                        .and(MEASURE.APPLICATION_ID.eq(id.value()))
                        .and(MEASURE.REMOVED_AT.isNull())
                        .execute()
                == 1;
    }

    void addEscort(ReturnId id, Course.Escort escort) {
        sql.insertInto(ESCORT)
                .set(ESCORT.ID, escort.id())
                .set(ESCORT.APPLICATION_ID, id.value())
                .set(ESCORT.WHO, escort.who())
                .set(ESCORT.FROM_COUNTRY, escort.from())
                .set(ESCORT.TO_COUNTRY, escort.to())
                .set(ESCORT.FROM_ON, escort.fromOn())
                .set(ESCORT.TO_ON, escort.toOn())
                .set(ESCORT.NOTED_IN, OpeningRows.organisation())
                .set(ESCORT.NOTED_BY, OpeningRows.member())
                .set(ESCORT.NOTED_AT, now())
                .execute();
    }

    /// @return false when there is no such escort
    boolean removeEscort(ReturnId id, UUID escort) {
        return sql.update(ESCORT)
                        .set(ESCORT.REMOVED_AT, now())
                        .where(ESCORT.ID.eq(escort))
                        .and(ESCORT.APPLICATION_ID.eq(id.value()))
                        .and(ESCORT.REMOVED_AT.isNull())
                        .execute()
                == 1;
    }

    void addExitStep(ReturnId id, String kind, LocalDate on, @Nullable LocalDate deadline) {
        sql.insertInto(EXIT_STEP)
                .set(EXIT_STEP.ID, UUID.randomUUID())
                .set(EXIT_STEP.APPLICATION_ID, id.value())
                .set(EXIT_STEP.KIND, kind)
                .set(EXIT_STEP.HAPPENED_ON, on)
                .set(EXIT_STEP.DEADLINE, deadline)
                .set(EXIT_STEP.NOTED_IN, OpeningRows.organisation())
                .set(EXIT_STEP.NOTED_BY, OpeningRows.member())
                .set(EXIT_STEP.NOTED_AT, now())
                .execute();
    }

    /// Plans a follow-up for each; one that has been held stays as it is.
    void planFollowUp(Collection<ReturnId> ids, String rule, LocalDate day) {
        sql.execute(PLAN, rule, day, ReturnRows.values(ids));
    }

    /// @return false when there is no such follow-up that has not been held
    boolean holdFollowUp(ReturnId id, Course.FollowUp held) {
        return sql.update(FOLLOW_UP)
                        .set(FOLLOW_UP.HELD_ON, held.heldOn())
                        .set(FOLLOW_UP.WAY, held.way())
                        .set(FOLLOW_UP.CONTENTMENT, held.contentment())
                        .set(FOLLOW_UP.SUCCESS, held.success())
                        .set(FOLLOW_UP.NOTED_IN, OpeningRows.organisation())
                        .set(FOLLOW_UP.NOTED_BY, OpeningRows.member())
                        .set(FOLLOW_UP.NOTED_AT, now())
                        .where(FOLLOW_UP.ID.eq(held.id()))
                        .and(FOLLOW_UP.APPLICATION_ID.eq(id.value()))
                        .and(FOLLOW_UP.HELD_ON.isNull())
                        .execute()
                == 1;
    }

    /// Keeps beside each application which follow-up comes next.
    void nextFollowUp(Collection<ReturnId> ids) {
        sql.execute(NEXT, (Object) ReturnRows.values(ids));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
