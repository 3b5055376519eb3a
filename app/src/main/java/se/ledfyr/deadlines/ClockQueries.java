package se.ledfyr.deadlines;

import static se.ledfyr.deadlines.internal.tables.Clock.CLOCK;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// The only SQL about clocks. Row-level security leaves the clocks of the acting organisation.
@Repository
class ClockQueries {

    private static final Condition RUNS = CLOCK.NEXT_AT.isNotNull();
    private static final Condition OPEN = CLOCK.DONE_AT.isNull();

    private final DSLContext sql;

    ClockQueries(DSLContext sql) {
        this.sql = sql;
    }

    void add(ClockId id, OrganisationId organisation, ClockRequest request, Instant now) {
        DueTime time = request.time();
        sql.insertInto(CLOCK)
                .set(CLOCK.ID, id.value())
                .set(CLOCK.ORGANISATION, organisation.value())
                .set(CLOCK.KIND, request.kind())
                .set(CLOCK.SUBJECT_KIND, request.subject().kind())
                .set(CLOCK.SUBJECT, request.subject().id())
                .set(CLOCK.CASE_ID, request.caseId())
                .set(CLOCK.MEMBER, valueOf(request.member()))
                .set(CLOCK.PATH, request.path())
                .set(CLOCK.SET_AT, utc(now))
                .set(CLOCK.HALF_AT, time.halfAt() == null ? null : utc(time.halfAt()))
                .set(CLOCK.DUE_AT, utc(time.dueAt()))
                .set(CLOCK.NEXT_AT, utc(firstOf(time)))
                .execute();
    }

    boolean move(ClockId id, DueTime time, Instant now) {
        boolean remindsAgain = time.halfAt() != null && time.halfAt().isAfter(now);
        return sql.update(CLOCK)
                        .set(CLOCK.HALF_AT, time.halfAt() == null ? null : utc(time.halfAt()))
                        .set(CLOCK.DUE_AT, utc(time.dueAt()))
                        .set(CLOCK.NEXT_AT, utc(remindsAgain ? firstOf(time) : time.dueAt()))
                        .set(CLOCK.STAGE, ClockStage.RUNNING.name())
                        .set(CLOCK.FAILURES, 0)
                        .where(CLOCK.ID.eq(id.value()))
                        .and(RUNS)
                        .execute()
                == 1;
    }

    boolean giveTo(ClockId id, @Nullable MemberId member) {
        return sql.update(CLOCK)
                        .set(CLOCK.MEMBER, valueOf(member))
                        .where(CLOCK.ID.eq(id.value()))
                        .and(RUNS)
                        .execute()
                == 1;
    }

    void giveToAll(MemberId member) {
        sql.update(CLOCK)
                .setNull(CLOCK.MEMBER)
                .where(CLOCK.MEMBER.eq(member.value()))
                .and(OPEN)
                .execute();
    }

    int stop(ClockSubject subject, @Nullable String kind, Instant now) {
        return stop(
                CLOCK.SUBJECT
                        .eq(subject.id())
                        .and(CLOCK.SUBJECT_KIND.eq(subject.kind()))
                        .and(kind == null ? DSL.noCondition() : CLOCK.KIND.eq(kind)),
                now);
    }

    boolean stop(ClockId id, Instant now) {
        return stop(CLOCK.ID.eq(id.value()), now) == 1;
    }

    int stopOfCase(UUID caseId, Instant now) {
        return stop(CLOCK.CASE_ID.eq(caseId), now);
    }

    private int stop(Condition which, Instant now) {
        return sql.update(CLOCK)
                .set(CLOCK.DONE_AT, utc(now))
                .set(
                        CLOCK.STAGE,
                        DSL.when(CLOCK.STAGE.eq(ClockStage.DUE.name()), CLOCK.STAGE)
                                .otherwise(ClockStage.STOPPED.name()))
                .setNull(CLOCK.NEXT_AT)
                .where(which)
                .and(OPEN)
                .execute();
    }

    Optional<RunningClock> find(ClockId id) {
        return sql.selectFrom(CLOCK).where(CLOCK.ID.eq(id.value())).fetchOptional(ClockQueries::read);
    }

    List<RunningClock> listOf(ClockSubject subject) {
        return sql.selectFrom(CLOCK)
                .where(CLOCK.SUBJECT.eq(subject.id()))
                .and(CLOCK.SUBJECT_KIND.eq(subject.kind()))
                .orderBy(CLOCK.DUE_AT, CLOCK.ID)
                .fetch(ClockQueries::read);
    }

    List<RunningClock> listOpenOfCase(UUID caseId) {
        return sql.selectFrom(CLOCK)
                .where(CLOCK.CASE_ID.eq(caseId))
                .and(OPEN)
                .orderBy(CLOCK.DUE_AT, CLOCK.ID)
                .fetch(ClockQueries::read);
    }

    /// @param member whose clocks to leave, beside those of nobody in particular; null for everybody's
    List<RunningClock> listOpen(Instant until, @Nullable MemberId member, int most) {
        Condition whose = member == null
                ? DSL.noCondition()
                : CLOCK.MEMBER.eq(member.value()).or(CLOCK.MEMBER.isNull());
        return sql.selectFrom(CLOCK)
                .where(OPEN)
                .and(CLOCK.DUE_AT.le(utc(until)))
                .and(whose)
                .orderBy(CLOCK.DUE_AT, CLOCK.ID)
                .limit(most)
                .fetch(ClockQueries::read);
    }

    /// Marks those of the clocks whose time has come, and only them: whoever comes second marks nothing.
    ///
    /// @return the marked ones, in the stage they have reached
    List<RunningClock> mark(Collection<UUID> ids, Instant now) {
        Condition reminds = CLOCK.STAGE
                .eq(ClockStage.RUNNING.name())
                .and(CLOCK.HALF_AT.isNotNull())
                .and(CLOCK.HALF_AT.le(utc(now)))
                .and(CLOCK.DUE_AT.gt(utc(now)));
        return sql.update(CLOCK)
                .set(CLOCK.STAGE, DSL.when(reminds, ClockStage.REMINDED.name()).otherwise(ClockStage.DUE.name()))
                .set(CLOCK.NEXT_AT, DSL.when(reminds, CLOCK.DUE_AT))
                .set(CLOCK.HANDLED_AT, DSL.when(reminds, noTime()).otherwise(utc(now)))
                .set(CLOCK.FAILURES, 0)
                .where(CLOCK.ID.in(ids))
                .and(CLOCK.NEXT_AT.le(utc(now)))
                .returning()
                .fetch(ClockQueries::read);
    }

    /// Tries a clock again later: after a minute, then two, then four, up to `longest`.
    ///
    /// @return 1, or 0 when it runs no more
    int postpone(UUID id, Instant now, Duration longest) {
        Field<BigDecimal> minutes = DSL.least(
                DSL.power(DSL.inline(2), DSL.least(CLOCK.FAILURES, DSL.inline(20))),
                DSL.inline(BigDecimal.valueOf(longest.toMinutes())));
        return sql.update(CLOCK)
                .set(
                        CLOCK.NEXT_AT,
                        DSL.field("{0} + {1} * interval '1 minute'", OffsetDateTime.class, DSL.val(utc(now)), minutes))
                .set(CLOCK.FAILURES, CLOCK.FAILURES.plus(1))
                .where(CLOCK.ID.eq(id))
                .and(RUNS)
                .execute();
    }

    private static Instant firstOf(DueTime time) {
        return time.halfAt() == null ? time.dueAt() : time.halfAt();
    }

    private static Field<OffsetDateTime> noTime() {
        return DSL.castNull(OffsetDateTime.class);
    }

    private static @Nullable UUID valueOf(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static RunningClock read(Record row) {
        @Nullable UUID member = row.get(CLOCK.MEMBER);
        return new RunningClock(
                new ClockId(row.get(CLOCK.ID)),
                new OrganisationId(row.get(CLOCK.ORGANISATION)),
                row.get(CLOCK.KIND),
                new ClockSubject(row.get(CLOCK.SUBJECT_KIND), row.get(CLOCK.SUBJECT)),
                row.get(CLOCK.CASE_ID),
                member == null ? null : new MemberId(member),
                row.get(CLOCK.PATH),
                row.get(CLOCK.SET_AT).toInstant(),
                instant(row.get(CLOCK.HALF_AT)),
                row.get(CLOCK.DUE_AT).toInstant(),
                ClockStage.valueOf(row.get(CLOCK.STAGE)),
                instant(row.get(CLOCK.DONE_AT)));
    }
}
