package se.ledfyr.surveys;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.OrganisationId;

/// Letters to members that have sent nothing for a year. They say which year, and nothing about anybody.
@Service
@Transactional
public class Reminding {

    private final DSLContext sql;
    private final AuditLog audit;
    private final Clock clock;

    Reminding(DSLContext sql, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /// Writes to everybody who works with people at a member that has sent nothing; at most once a day to each member.
    ///
    /// @return how many members were written to
    public int remind(int year) {
        Acting.require(Right.COMPILE_CONTACTS);
        int reminded = Objects.requireNonNull(sql.select(DSL.field(
                        "surveys.remind({0}, {1})",
                        Integer.class, DSL.val(year), DSL.val(clock.instant().atOffset(ZoneOffset.UTC))))
                .fetchSingle()
                .value1());
        if (reminded > 0) {
            audit.note(Action.SURVEY_MEMBER_CHANGED, Subject.SURVEY, List.of(), null, "reminded of " + year);
        }
        return reminded;
    }

    /// When members were last reminded of a year.
    public Map<OrganisationId, Instant> lastReminded(int year) {
        Acting.require(Right.COMPILE_CONTACTS);
        Map<OrganisationId, Instant> last = new LinkedHashMap<>();
        sql.fetch(
                        "select organisation, max(reminded_at) from surveys.reminder where year = {0} group by 1",
                        DSL.val(year))
                .forEach(row -> last.put(
                        new OrganisationId(row.get(0, UUID.class)),
                        row.get(1, OffsetDateTime.class).toInstant()));
        return last;
    }
}
