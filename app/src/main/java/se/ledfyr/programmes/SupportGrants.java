package se.ledfyr.programmes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.people.PersonId;

/// Grants of the national support programme that come out of work in Ledfyr: adding, reading, correcting.
///
/// They are the same rows that files bring in, so that figures come from one place. What a grant said before is kept.
/// Whether somebody may decide is asked by who calls.
@Service
@Transactional
public class SupportGrants {

    private final SupportGrantRows rows;
    private final DSLContext sql;
    private final AuditLog audit;
    private final Clock clock;

    SupportGrants(SupportGrantRows rows, DSLContext sql, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param guardian the adult's grant, for a child that came along
    /// @throws NotHere when there is no such person, or no such grant of a guardian
    public GrantId add(PersonId person, LocalDate grantedOn, SupportFacts facts, @Nullable GrantId guardian) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (guardian != null && rows.find(guardian).isEmpty()) {
            throw new NotHere();
        }
        GrantId id = GrantId.random();
        rows.insert(new SupportGrant(id, person, grantedOn, facts, guardian, 1, false), now());
        audit.note(
                Action.REGISTERED,
                Subject.GRANT,
                List.of(id.value(), person.value()),
                null,
                String.join(",", facts.components()));
        return id;
    }

    /// Noted as read.
    ///
    /// @throws NotHere when the acting organisation keeps no such grant
    public SupportGrant get(GrantId id) {
        SupportGrant grant = find(id).orElseThrow(NotHere::new);
        audit.note(
                Action.READ, Subject.GRANT, List.of(id.value(), grant.person().value()), null, null);
        return grant;
    }

    /// Not noted: the caller notes what it shows.
    public Optional<SupportGrant> find(GrantId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.find(id);
    }

    /// The children that came along with somebody. Not noted: the caller notes what it shows.
    public List<SupportGrant> listChildrenOf(GrantId guardian) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.listChildrenOf(guardian);
    }

    /// Puts a grant right. Each field that changes is kept as it was, with the reason.
    ///
    /// @param reason 1 to 2000 characters
    /// @throws NotHere when there is no such grant, or it was withdrawn
    public void correct(GrantId id, SupportFacts facts, String reason) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        SupportGrant before = rows.lock(id).filter(grant -> !grant.withdrawn()).orElseThrow(NotHere::new);
        Map<String, @Nullable String> old = values(before.facts());
        Map<String, @Nullable String> changed = new LinkedHashMap<>();
        values(facts).forEach((field, value) -> {
            if (!Objects.equals(value, old.get(field))) {
                changed.put(field, value);
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        OffsetDateTime now = now();
        changed.forEach((field, value) -> keep(before, field, old.get(field), value, reason, now));
        rows.update(id, facts, now);
        audit.note(
                Action.CORRECTED,
                Subject.GRANT,
                List.of(id.value(), before.person().value()),
                reason,
                String.join(",", changed.keySet()));
    }

    private void keep(
            SupportGrant grant,
            String field,
            @Nullable String before,
            @Nullable String after,
            String reason,
            OffsetDateTime now) {
        @Nullable UUID member = rows.member();
        sql.execute(
                """
                insert into programmes.nsp_change (organisation, grant_id, version, kind, field, old_value, new_value, reason,
                                                   changed_at, changed_by)
                values (?, ?, ?, 'CORRECTED', ?, ?, ?, ?, ?::timestamptz, ?::uuid)
                """,
                Acting.current().organisation().value(),
                grant.id().value(),
                grant.version() + 1,
                field,
                before,
                after,
                reason,
                now,
                member == null ? null : member.toString());
    }

    private static Map<String, @Nullable String> values(SupportFacts facts) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("age_group", facts.ageGroup());
        values.put("sex", facts.sex());
        values.put("exposure", facts.exposure());
        values.put("forms", SupportGrantRows.joined(facts.forms()));
        values.put("citizenship", facts.citizenship());
        values.put("nationality_other", facts.nationalityOther());
        values.put("components", SupportGrantRows.joined(facts.components()));
        values.put("rest_days", String.valueOf(facts.restDays()));
        values.put("integration_days", String.valueOf(facts.integrationDays()));
        values.put("placement", facts.placement());
        values.put("home_region", facts.homeRegion());
        values.put("eligibility_reason", facts.eligibilityReason());
        values.put("referred_by", facts.referredBy());
        return values;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
