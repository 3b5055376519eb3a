package se.ledfyr.consent;

import static se.ledfyr.consent.internal.tables.Consultation.CONSULTATION;

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

/// Advice the acting organisation gave without knowing about whom.
@Service
@Transactional
public class Consultations {

    /// A list shows at most this many, newest first.
    public static final int MAX_LISTED = 200;

    private final DSLContext sql;
    private final WithoutIdentity rules;
    private final AuditLog audit;
    private final Clock clock;

    Consultations(DSLContext sql, WithoutIdentity rules, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws IllegalArgumentException for a code that is none, or a day that has not come
    public void add(Consultation held) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        rules.on(held.heldOn())
                .has("police_region", held.region())
                .has("referred_by", held.askedBy())
                .has("consultation_channel", held.channel())
                .has("consultation_topic", held.topics())
                .has("exploitation_form", held.form())
                .has("consultation_concerns", held.concerns())
                .has("consultation_outcome", held.outcome());
        Acting acting = Acting.current();
        sql.insertInto(CONSULTATION)
                .set(CONSULTATION.ID, held.id())
                .set(CONSULTATION.ORGANISATION, acting.organisation().value())
                .set(CONSULTATION.HELD_ON, held.heldOn())
                .set(CONSULTATION.REGION, held.region())
                .set(CONSULTATION.ASKED_BY, held.askedBy())
                .set(CONSULTATION.CHANNEL, held.channel())
                .set(CONSULTATION.TOPICS, held.topics().toArray(String[]::new))
                .set(CONSULTATION.FORM, held.form())
                .set(CONSULTATION.CONCERNS, held.concerns())
                .set(CONSULTATION.OUTCOME, held.outcome())
                .set(CONSULTATION.MINUTES, held.minutes())
                .set(CONSULTATION.RECORDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(
                        CONSULTATION.RECORDED_BY,
                        acting.member() == null ? null : acting.member().value())
                .execute();
        audit.note(Action.CONSULTATION_RECORDED, Subject.CONSULTATION, held.id(), null);
    }

    /// Newest first, at most [#MAX_LISTED], without those that were taken out.
    public List<Consultation> list() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return sql.selectFrom(CONSULTATION)
                .where(CONSULTATION.REMOVED_AT.isNull())
                .orderBy(CONSULTATION.HELD_ON.desc(), CONSULTATION.ID.desc())
                .limit(MAX_LISTED)
                .fetch(Consultations::read);
    }

    /// Takes one out of the figures that was written down by mistake. One that is out already stays as it is.
    ///
    /// @param reason 1 to 2000 characters
    /// @throws NotHere when there is none
    public void remove(UUID id, String reason) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (!sql.fetchExists(CONSULTATION, CONSULTATION.ID.eq(id))) {
            throw new NotHere();
        }
        if (!People.isReason(reason)) {
            throw new IllegalArgumentException("A reason is 1-2000 characters that can be seen");
        }
        int removed = sql.update(CONSULTATION)
                .set(CONSULTATION.REMOVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(CONSULTATION.REMOVED_REASON, reason.strip())
                .where(CONSULTATION.ID.eq(id))
                .and(CONSULTATION.REMOVED_AT.isNull())
                .execute();
        if (removed == 1) {
            audit.note(Action.REMOVED, Subject.CONSULTATION, id, reason.strip());
        }
    }

    private static Consultation read(Record row) {
        return new Consultation(
                row.get(CONSULTATION.ID),
                row.get(CONSULTATION.HELD_ON),
                row.get(CONSULTATION.REGION),
                row.get(CONSULTATION.ASKED_BY),
                row.get(CONSULTATION.CHANNEL),
                new TreeSet<>(Arrays.asList(row.get(CONSULTATION.TOPICS))),
                row.get(CONSULTATION.FORM),
                row.get(CONSULTATION.CONCERNS),
                row.get(CONSULTATION.OUTCOME),
                row.get(CONSULTATION.MINUTES));
    }
}
