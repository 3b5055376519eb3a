package se.ledfyr.statistics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/// Reads what happened to registrations, grants and reflection periods after their year was closed.
@Repository
class RevisionQueries {

    static final int LISTED = 500;

    /// Facts that can move a number, and the records themselves. What else may be recorded about a change is not
    /// for the figures to show.
    static final Set<String> FIELDS = Set.of(
            "registration",
            "amp_grant",
            "nsp_grant",
            "reflection_period",
            "registered_on",
            "granted_on",
            "applied_on",
            "decided_on",
            "region",
            "coordinator_region",
            "home_region",
            "municipality_code",
            "sex",
            "age_group",
            "birth_year",
            "citizenship",
            "nationality_other",
            "return_country",
            "role",
            "exposure",
            "forms",
            "sector",
            "referred_by",
            "event_id",
            "group_case",
            "began",
            "setting",
            "children_accompanying",
            "amp_requested",
            "reflection_requested",
            "assessment",
            "components",
            "rest_days",
            "integration_days",
            "placement",
            "eligibility_reason",
            "applicant",
            "via_coordinator",
            "decision");

    /// The sources whose changes are listed, with the name of their records in the views.
    static final Map<Source, String> RECORDS = Map.of(
            Source.REGISTRATIONS, "registration",
            Source.AMP_GRANTS, "amp_grant",
            Source.NSP_GRANTS, "nsp_grant",
            Source.REFLECTION_PERIODS, "reflection_period");

    /// The views that say what happened to rows of a source; the last two hold several kinds of record.
    private static final String ALL = """
            select 'registration' as record, changed_at, kind, region, field, old_value, new_value, year, organisation_kind
            from casework_api.revision
            union all
            select record, changed_at, kind, region, field, old_value, new_value, year, organisation_kind
            from programmes_api.revision
            union all
            select record, changed_at, kind, region, field, old_value, new_value, year, organisation_kind
            from permits_api.revision
            """;

    /// What was moved to another year has left this one.
    private static final String SINCE = """
            select record, changed_at, kind, region, field, old_value, new_value
            from (%s) change
            where (year = ? or (field in ('registered_on', 'granted_on', 'decided_on') and starts_with(old_value, ? || '-')))
              and changed_at > ?::timestamptz
              and field = any (?)
              and (record || ' ' || organisation_kind) = any (?)
            order by changed_at desc, record, field, kind
            limit ?
            """.formatted(ALL);

    /// @param kinds kinds of organisations whose rows stand in a table, by the source that the tables count
    Revisions since(DSLContext sql, Map<Source, Set<String>> kinds, int year, Instant closedAt) {
        String[] counted = kinds.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(kind -> RECORDS.get(each.getKey()) + " " + kind))
                .toArray(String[]::new);
        List<Revisions.Line> found = sql.fetch(
                        SINCE,
                        year,
                        String.valueOf(year),
                        OffsetDateTime.ofInstant(closedAt, ZoneOffset.UTC),
                        FIELDS.toArray(String[]::new),
                        counted,
                        LISTED + 1)
                .map(RevisionQueries::read);
        return new Revisions(found.stream().limit(LISTED).toList(), found.size() > LISTED);
    }

    private static Revisions.Line read(Record row) {
        return new Revisions.Line(
                Objects.requireNonNull(row.get("changed_at", OffsetDateTime.class))
                        .toInstant(),
                Objects.requireNonNull(row.get("record", String.class)),
                Objects.requireNonNull(row.get("kind", String.class)),
                row.get("region", String.class),
                Objects.requireNonNull(row.get("field", String.class)),
                row.get("old_value", String.class),
                row.get("new_value", String.class));
    }
}
