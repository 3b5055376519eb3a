package se.ledfyr.emergency;

import static se.ledfyr.emergency.internal.tables.Glass.GLASS;
import static se.ledfyr.emergency.internal.tables.Told.TOLD;
import static se.ledfyr.organisations.views.tables.Colleague.COLLEAGUE;
import static se.ledfyr.organisations.views.tables.Directory.DIRECTORY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ExactWords;

/// The statements about broken glass. Row-level security leaves that of the acting organisation, and to
/// national auditors everybody's.
@Repository
class GlassQueries {

    private static final int MOST = 200;
    private static final String BREAK =
            "select emergency.break_glass(?, ?::timestamptz, ?::timestamptz, ?, ?, ?::bigint[], ?::bigint[], ?::uuid, ?)";

    private final DSLContext sql;

    GlassQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// Opens what is meant, if there is anybody, and writes it down in the same statement. The answer is
    /// nothing.
    @SuppressWarnings("NullAway") // what was not written is SQL null
    void breakGlass(GlassId id, Instant at, Instant until, String reason, Meant meant, ExactWords words) {
        sql.execute(
                BREAK,
                id.value(),
                utc(at),
                utc(until),
                reason,
                meant.kind().name(),
                words.anyOf().toArray(Long[]::new),
                words.allOf().toArray(Long[]::new),
                meant.named(),
                meant.reference());
    }

    void tell(GlassId id, Collection<Member> members) {
        for (Member member : members) {
            sql.insertInto(TOLD)
                    .set(TOLD.GLASS_ID, id.value())
                    .set(TOLD.ORGANISATION, Acting.current().organisation().value())
                    .set(TOLD.MEMBER, member.id().value())
                    .execute();
        }
    }

    int countSince(MemberId member, Instant since) {
        return sql.fetchCount(GLASS, GLASS.MEMBER.eq(member.value()).and(GLASS.BROKEN_AT.gt(utc(since))));
    }

    List<Glass> of(MemberId member) {
        return list(GLASS.MEMBER.eq(member.value()));
    }

    List<Glass> toldTo(MemberId member) {
        return all().join(TOLD)
                .on(TOLD.GLASS_ID.eq(GLASS.ID))
                .and(TOLD.MEMBER.eq(member.value()))
                .orderBy(GLASS.BROKEN_AT.desc(), GLASS.ID)
                .limit(MOST)
                .fetch(GlassQueries::read);
    }

    int countUnseen(MemberId member) {
        return sql.fetchCount(TOLD, TOLD.MEMBER.eq(member.value()).and(TOLD.SEEN_AT.isNull()));
    }

    void seen(MemberId member, Instant at) {
        sql.update(TOLD)
                .set(TOLD.SEEN_AT, utc(at))
                .where(TOLD.MEMBER.eq(member.value()))
                .and(TOLD.SEEN_AT.isNull())
                .execute();
    }

    /// What the acting member has to judge: everybody's but their own, the oldest first.
    List<Glass> toJudge(MemberId judge) {
        return all().where(GLASS.JUDGED_AT.isNull())
                .and(GLASS.MEMBER.ne(judge.value()))
                .orderBy(GLASS.BROKEN_AT, GLASS.ID)
                .limit(MOST)
                .fetch(GlassQueries::read);
    }

    int countToJudge(MemberId judge) {
        return sql.fetchCount(GLASS, GLASS.JUDGED_AT.isNull().and(GLASS.MEMBER.ne(judge.value())));
    }

    List<Glass> judged() {
        return list(GLASS.JUDGED_AT.isNotNull());
    }

    Optional<Glass> find(GlassId id) {
        return all().where(GLASS.ID.eq(id.value())).fetchOptional(GlassQueries::read);
    }

    /// @return false when it has been judged before, or is not there
    boolean judge(GlassId id, Glass.Judged judged) {
        return sql.update(GLASS)
                        .set(GLASS.VERDICT, judged.verdict().name())
                        .set(GLASS.VERDICT_WHY, judged.why())
                        .set(GLASS.JUDGED_AT, utc(judged.at()))
                        .set(GLASS.JUDGED_BY, judged.by().value())
                        .where(GLASS.ID.eq(id.value()))
                        .and(GLASS.JUDGED_AT.isNull())
                        .and(GLASS.MEMBER.ne(judged.by().value()))
                        .execute()
                == 1;
    }

    private List<Glass> list(Condition which) {
        return all().where(which)
                .orderBy(GLASS.BROKEN_AT.desc(), GLASS.ID)
                .limit(MOST)
                .fetch(GlassQueries::read);
    }

    private SelectOnConditionStep<Record> all() {
        return sql.select(GLASS.fields())
                .select(COLLEAGUE.NAME, DIRECTORY.NAME)
                .from(GLASS)
                .leftJoin(COLLEAGUE)
                .on(COLLEAGUE.ID.eq(GLASS.MEMBER))
                .and(COLLEAGUE.ORGANISATION.eq(GLASS.ORGANISATION))
                .leftJoin(DIRECTORY)
                .on(DIRECTORY.ID.eq(GLASS.ORGANISATION));
    }

    private static Glass read(Record row) {
        UUID judge = row.get(GLASS.JUDGED_BY);
        String office = row.get(DIRECTORY.NAME);
        return new Glass(
                new GlassId(row.get(GLASS.ID)),
                new OrganisationId(row.get(GLASS.ORGANISATION)),
                office == null ? "" : office,
                new MemberId(row.get(GLASS.MEMBER)),
                row.get(COLLEAGUE.NAME),
                row.get(GLASS.BROKEN_AT).toInstant(),
                row.get(GLASS.UNTIL).toInstant(),
                row.get(GLASS.REASON),
                row.get(GLASS.KIND),
                judge == null
                        ? Optional.empty()
                        : Optional.of(new Glass.Judged(
                                Glass.Verdict.valueOf(row.get(GLASS.VERDICT)),
                                row.get(GLASS.VERDICT_WHY),
                                row.get(GLASS.JUDGED_AT).toInstant(),
                                new MemberId(judge))));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
