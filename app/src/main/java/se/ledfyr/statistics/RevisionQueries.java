package se.ledfyr.statistics;

import static se.ledfyr.casework.views.tables.Revision.REVISION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Reads what happened to registrations after their year was closed.
@Repository
class RevisionQueries {

    static final int LISTED = 500;

    /// Facts that can move a number. What else may be recorded about a change is not for the figures to show.
    static final Set<String> FIELDS = Set.of(
            "registration",
            "registered_on",
            "region",
            "municipality_code",
            "sex",
            "age_group",
            "birth_year",
            "citizenship",
            "forms",
            "sector",
            "referred_by",
            "event_id",
            "began",
            "setting",
            "children_accompanying",
            "amp_requested",
            "reflection_requested",
            "assessment");

    /// @param kinds kinds of organisations whose registrations stand in a table
    Revisions since(DSLContext sql, Set<String> kinds, int year, Instant closedAt) {
        List<Revisions.Line> found = sql.select(
                        REVISION.CHANGED_AT,
                        REVISION.KIND,
                        REVISION.REGION,
                        REVISION.FIELD,
                        REVISION.OLD_VALUE,
                        REVISION.NEW_VALUE)
                .from(REVISION)
                .where(concerns(year))
                .and(REVISION.ORGANISATION_KIND.in(kinds))
                .and(REVISION.CHANGED_AT.gt(OffsetDateTime.ofInstant(closedAt, ZoneOffset.UTC)))
                .and(REVISION.FIELD.in(FIELDS))
                .orderBy(REVISION.CHANGED_AT.desc(), REVISION.FIELD, REVISION.KIND)
                .limit(LISTED + 1)
                .fetch(row -> new Revisions.Line(
                        row.value1().toInstant(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6()));
        return new Revisions(found.stream().limit(LISTED).toList(), found.size() > LISTED);
    }

    /// A registration moved to another year has left this one.
    private static Condition concerns(int year) {
        return REVISION.YEAR
                .eq((short) year)
                .or(REVISION.FIELD.eq("registered_on").and(REVISION.OLD_VALUE.startsWith(year + "-")));
    }
}
