package se.ledfyr.consent;

import static se.ledfyr.consent.internal.tables.Notice.NOTICE;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
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
import se.ledfyr.people.People;

/// Adults who said no, as the acting organisation met them.
@Service
@Transactional
public class Notices {

    /// A list shows at most this many, newest first.
    public static final int MAX_LISTED = 200;

    private final DSLContext sql;
    private final WithoutIdentity rules;
    private final AuditLog audit;
    private final Clock clock;

    Notices(DSLContext sql, WithoutIdentity rules, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws IllegalArgumentException for a code that is none, or a day that has not come
    public void add(Notice notice) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        rules.on(notice.metOn())
                .has("police_region", notice.region())
                .has("sex", notice.sex())
                .has("country", notice.citizenship())
                .has("exploitation_form", notice.form())
                .has("sector_setting", notice.sector())
                .has("referred_by", notice.referredBy())
                .has("notice_declined", notice.declined());
        Acting acting = Acting.current();
        sql.insertInto(NOTICE)
                .set(NOTICE.ID, notice.id())
                .set(NOTICE.ORGANISATION, acting.organisation().value())
                .set(NOTICE.MET_ON, notice.metOn())
                .set(NOTICE.REGION, notice.region())
                .set(NOTICE.SEX, notice.sex())
                .set(NOTICE.CITIZENSHIP, notice.citizenship())
                .set(NOTICE.FORM, notice.form())
                .set(NOTICE.SECTOR, notice.sector())
                .set(NOTICE.REFERRED_BY, notice.referredBy())
                .set(NOTICE.DECLINED, notice.declined().toArray(String[]::new))
                .set(NOTICE.INFORMED, notice.informed())
                .set(NOTICE.RECORDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(
                        NOTICE.RECORDED_BY,
                        acting.member() == null ? null : acting.member().value())
                .execute();
        audit.note(Action.NOTICE_RECORDED, Subject.NOTICE, notice.id(), null);
    }

    /// Newest first, at most [#MAX_LISTED], without those that were taken out.
    public List<Notice> list() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return sql.selectFrom(NOTICE)
                .where(NOTICE.REMOVED_AT.isNull())
                .orderBy(NOTICE.MET_ON.desc(), NOTICE.ID.desc())
                .limit(MAX_LISTED)
                .fetch(Notices::read);
    }

    /// Takes one out of the figures that was written down by mistake. One that is out already stays as it is.
    ///
    /// @param reason 1 to 2000 characters
    /// @throws NotHere when there is none
    public void remove(UUID id, String reason) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (!sql.fetchExists(NOTICE, NOTICE.ID.eq(id))) {
            throw new NotHere();
        }
        if (!People.isReason(reason)) {
            throw new IllegalArgumentException("A reason is 1-2000 characters that can be seen");
        }
        int removed = sql.update(NOTICE)
                .set(NOTICE.REMOVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(NOTICE.REMOVED_REASON, reason.strip())
                .where(NOTICE.ID.eq(id))
                .and(NOTICE.REMOVED_AT.isNull())
                .execute();
        if (removed == 1) {
            audit.note(Action.REMOVED, Subject.NOTICE, id, reason.strip());
        }
    }

    private static Notice read(Record row) {
        return new Notice(
                row.get(NOTICE.ID),
                row.get(NOTICE.MET_ON),
                row.get(NOTICE.REGION),
                row.get(NOTICE.SEX),
                row.get(NOTICE.CITIZENSHIP),
                row.get(NOTICE.FORM),
                row.get(NOTICE.SECTOR),
                row.get(NOTICE.REFERRED_BY),
                new TreeSet<>(Arrays.asList(row.get(NOTICE.DECLINED))),
                row.get(NOTICE.INFORMED));
    }
}
