package se.ledfyr.programmes;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.people.PersonId;

/// Grants of the support programme as they are stored.
@Repository
class SupportGrantRows {

    private static final String FIND = """
            select id, person_id, granted_on, age_group, sex, exposure, forms, citizenship, nationality_other, components, rest_days,
                   integration_days, placement, home_region, guardian_grant_id, eligibility_reason, referred_by, version,
                   withdrawn_at is not null as withdrawn
            from programmes.nsp_grant
            """;

    private final DSLContext sql;

    SupportGrantRows(DSLContext sql) {
        this.sql = sql;
    }

    Optional<SupportGrant> find(GrantId id) {
        return sql.fetchOptional(FIND + " where id = ?", id.value()).map(SupportGrantRows::read);
    }

    Optional<SupportGrant> lock(GrantId id) {
        return sql.fetchOptional(FIND + " where id = ? for update", id.value()).map(SupportGrantRows::read);
    }

    List<SupportGrant> listChildrenOf(GrantId guardian) {
        return sql.fetch(
                        FIND + " where guardian_grant_id = ? and withdrawn_at is null order by granted_on, id",
                        guardian.value())
                .map(SupportGrantRows::read);
    }

    void insert(SupportGrant grant, OffsetDateTime now) {
        SupportFacts facts = grant.facts();
        @Nullable UUID member = member();
        sql.execute(
                """
                insert into programmes.nsp_grant
                    (id, organisation, person_id, granted_on, age_group, sex, exposure, forms, citizenship, nationality_other,
                     components, rest_days, integration_days, placement, home_region, guardian_grant_id, eligibility_reason,
                     referred_by, created_at, created_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?::timestamptz, ?::uuid, ?::timestamptz)
                """,
                grant.id().value(),
                Acting.current().organisation().value(),
                grant.person().value(),
                grant.grantedOn(),
                facts.ageGroup(),
                facts.sex(),
                facts.exposure(),
                array(facts.forms()),
                facts.citizenship(),
                facts.nationalityOther(),
                array(facts.components()),
                facts.restDays(),
                facts.integrationDays(),
                facts.placement(),
                facts.homeRegion(),
                grant.guardian() == null ? null : grant.guardian().value().toString(),
                facts.eligibilityReason(),
                facts.referredBy(),
                now,
                member == null ? null : member.toString(),
                now);
    }

    void update(GrantId id, SupportFacts facts, OffsetDateTime now) {
        sql.execute(
                """
                update programmes.nsp_grant
                set age_group = ?, sex = ?, exposure = ?, forms = ?, citizenship = ?, nationality_other = ?, components = ?,
                    rest_days = ?, integration_days = ?, placement = ?, home_region = ?, eligibility_reason = ?, referred_by = ?,
                    version = version + 1, changed_at = ?::timestamptz
                where id = ?
                """,
                facts.ageGroup(),
                facts.sex(),
                facts.exposure(),
                array(facts.forms()),
                facts.citizenship(),
                facts.nationalityOther(),
                array(facts.components()),
                facts.restDays(),
                facts.integrationDays(),
                facts.placement(),
                facts.homeRegion(),
                facts.eligibilityReason(),
                facts.referredBy(),
                now,
                id.value());
    }

    @Nullable
    UUID member() {
        return Acting.current().member() == null
                ? null
                : Acting.current().member().value();
    }

    /// As a list stands in a file.
    static @Nullable String joined(Set<String> codes) {
        return codes.isEmpty() ? null : String.join(";", new TreeSet<>(codes));
    }

    private static String[] array(Set<String> codes) {
        return new TreeSet<>(codes).toArray(String[]::new);
    }

    private static SupportGrant read(Record row) {
        @Nullable UUID guardian = row.get("guardian_grant_id", UUID.class);
        return new SupportGrant(
                new GrantId(row.get("id", UUID.class)),
                new PersonId(row.get("person_id", UUID.class)),
                row.get("granted_on", LocalDate.class),
                facts(row),
                guardian == null ? null : new GrantId(guardian),
                row.get("version", Integer.class),
                row.get("withdrawn", Boolean.class));
    }

    private static SupportFacts facts(Record row) {
        return new SupportFacts(
                row.get("age_group", String.class),
                row.get("sex", String.class),
                row.get("exposure", String.class),
                Set.of(row.get("forms", String[].class)),
                row.get("citizenship", String.class),
                row.get("nationality_other", String.class),
                Set.of(row.get("components", String[].class)),
                row.get("rest_days", Integer.class),
                row.get("integration_days", Integer.class),
                row.get("placement", String.class),
                row.get("home_region", String.class),
                row.get("eligibility_reason", String.class),
                row.get("referred_by", String.class));
    }
}
