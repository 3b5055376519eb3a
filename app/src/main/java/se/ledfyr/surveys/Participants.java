package se.ledfyr.surveys;

import static se.ledfyr.surveys.internal.tables.Participant.PARTICIPANT;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.OrganisationId;

/// Who is a member of the platform.
@Service
@Transactional
public class Participants {

    private final DSLContext sql;
    private final AuditLog audit;
    private final Clock clock;

    Participants(DSLContext sql, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /// A member of the platform.
    ///
    /// @param label what files and compilations call it: `ORG-07`
    /// @param active false once it has left
    public record Participant(OrganisationId organisation, String label, boolean active) {}

    /// All members the platform has or had, by label.
    public List<Participant> list() {
        Acting.require(Right.COMPILE_CONTACTS);
        return sql.select(PARTICIPANT.ORGANISATION, PARTICIPANT.LABEL, PARTICIPANT.LEFT_AT)
                .from(PARTICIPANT)
                .where(PARTICIPANT.PLATFORM.eq(ContactQueries.own()))
                .orderBy(PARTICIPANT.LABEL)
                .fetch(row -> new Participant(new OrganisationId(row.value1()), row.value2(), row.value3() == null));
    }

    /// The acting organisation's own label, while it is a member.
    public Optional<String> ownLabel() {
        return sql.select(PARTICIPANT.LABEL)
                .from(PARTICIPANT)
                .where(PARTICIPANT.ORGANISATION.eq(ContactQueries.own()), PARTICIPANT.LEFT_AT.isNull())
                .fetchOptional(PARTICIPANT.LABEL);
    }

    /// Takes an organisation of civil society in as a member.
    ///
    /// @param label `ORG-` and two or three digits, not used for another
    /// @throws org.springframework.dao.DuplicateKeyException when it is a member already, or the label is taken
    public void add(OrganisationId organisation, String label) {
        Acting.require(Right.COMPILE_CONTACTS);
        sql.insertInto(PARTICIPANT)
                .set(PARTICIPANT.ORGANISATION, organisation.value())
                .set(PARTICIPANT.PLATFORM, ContactQueries.own())
                .set(PARTICIPANT.LABEL, label)
                .set(PARTICIPANT.JOINED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PARTICIPANT.JOINED_BY, ContactQueries.member())
                .execute();
        audit.note(Action.SURVEY_MEMBER_CHANGED, Subject.ORGANISATION, List.of(organisation.value()), null, label);
    }

    /// Notes that a member has left; what it sent stays, and it sends nothing more.
    public void leave(OrganisationId organisation) {
        Acting.require(Right.COMPILE_CONTACTS);
        int left = sql.update(PARTICIPANT)
                .set(PARTICIPANT.LEFT_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(
                        PARTICIPANT.ORGANISATION.eq(organisation.value()),
                        PARTICIPANT.PLATFORM.eq(ContactQueries.own()),
                        PARTICIPANT.LEFT_AT.isNull())
                .execute();
        if (left > 0) {
            audit.note(Action.SURVEY_MEMBER_CHANGED, Subject.ORGANISATION, List.of(organisation.value()), null, "left");
        }
    }
}
