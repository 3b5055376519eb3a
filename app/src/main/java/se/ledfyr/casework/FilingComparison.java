package se.ledfyr.casework;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.FilingOutcome.Alike;
import se.ledfyr.casework.FilingOutcome.Conflict;
import se.ledfyr.casework.FilingOutcome.Correction;
import se.ledfyr.casework.FilingOutcome.Reason;

/// What the rows of a file mean beside what the acting organisation has registered. Whatever it shows of that
/// is noted.
@Repository
class FilingComparison {

    /// Every field that a file can change, as text, before and after.
    static final String FIELDS = """
            cross join lateral (values
                ('registered_on', r.registered_on::text, f.registered_on::text),
                ('region', r.region, f.region),
                ('municipality_code', r.municipality_code, f.municipality_code),
                ('sex', r.sex, f.sex),
                ('age_group', r.age_group, f.age_group),
                ('birth_year', r.birth_year::text, f.birth_year::text),
                ('citizenship', r.citizenship, f.citizenship),
                ('forms', nullif(array_to_string(array(select unnest(r.forms) order by 1), ';'), ''),
                          nullif(array_to_string(array(select unnest(f.forms) order by 1), ';'), '')),
                ('sector', r.sector, f.sector),
                ('referred_by', r.referred_by, f.referred_by),
                ('event_id', r.event_code, f.event_code),
                ('began', r.began, f.began),
                ('setting', r.setting, f.setting),
                ('children_accompanying', r.children_accompanying::text, f.children_accompanying::text),
                ('amp_requested', r.amp_requested::text, f.amp_requested::text),
                ('reflection_requested', r.reflection_requested::text, f.reflection_requested::text)
            ) as field (name, before, after)
            """;

    private static final String CORRECTIONS = """
            select f.line, f.id, field.name, field.before, field.after
            from filed f join casework.registration r on r.id = f.id
            """ + FIELDS + """
            where f.owner = ? and f.changed and field.before is distinct from field.after
            order by f.line
            limit ?
            """;

    private static final String EVENTS_ELSEWHERE = """
            select f.line, e.region, count(*) over ()
            from filed f join casework.event e on e.code = f.event_code
            where f.owner = ? and e.region <> f.region
            order by f.line
            limit ?
            """;

    private static final String ANOTHER_IN_THE_YEAR = """
            select f.line, other.year::text, count(*) over ()
            from filed f
                     join casework.registration r on r.id = f.id
                     join casework.registration other on other.person_id = r.person_id and other.id <> r.id
            where f.owner = ? and f.changed and r.removed_at is null and other.removed_at is null
              and other.year = extract(year from f.registered_on)
            order by f.line
            limit ?
            """;

    private static final String ALIKE = """
            select f.line, min(r.id::text)::uuid, count(*) over ()
            from filed f
                     join casework.registration r on r.registered_on = f.registered_on
                and r.municipality_code = f.municipality_code and r.sex = f.sex
                and r.birth_year is not distinct from f.birth_year and r.citizenship is not distinct from f.citizenship
                and r.forms <@ f.forms and f.forms <@ r.forms
            where f.owner = ? and not f.known and r.removed_at is null
              and not exists (select from filed same where same.id = r.id)
            group by f.line
            order by f.line
            limit ?
            """;

    private final DSLContext sql;
    private final AuditLog audit;

    FilingComparison(DSLContext sql, AuditLog audit) {
        this.sql = sql;
        this.audit = audit;
    }

    void conflicts(Limited<Conflict> found) {
        conflicts(found, EVENTS_ELSEWHERE, Reason.EVENT_ELSEWHERE);
        conflicts(found, ANOTHER_IN_THE_YEAR, Reason.ANOTHER_IN_THE_YEAR);
    }

    private void conflicts(Limited<Conflict> found, String query, Reason reason) {
        var rows = sql.fetch(query, owner(), Math.max(1, found.room()));
        long all = rows.isEmpty() ? 0 : rows.getFirst().get(2, Long.class);
        found.add(
                rows.stream()
                        .limit(found.room())
                        .map(row -> new Conflict(row.get(0, Long.class), reason, row.get(1, String.class)))
                        .toList(),
                all);
    }

    void corrections(Limited<Correction> found) {
        long all = sql.fetchSingle("select count(*) from filed where owner = ? and changed", owner())
                .get(0, Long.class);
        List<Correction> some = all == 0 || found.room() == 0
                ? List.of()
                : sql.fetch(CORRECTIONS, owner(), found.room())
                        .map(row -> new Correction(
                                row.get(0, Long.class),
                                new RegistrationId(row.get(1, UUID.class)),
                                row.get(2, String.class),
                                row.get(3, String.class),
                                row.get(4, String.class)));
        List<UUID> shown =
                some.stream().map(each -> each.id().value()).distinct().toList();
        if (!shown.isEmpty()) {
            audit.note(Action.LISTED, Subject.REGISTRATION, shown, null, null);
        }
        found.add(some, all);
    }

    void alike(Limited<Alike> found) {
        var rows = sql.fetch(ALIKE, owner(), Math.max(1, found.room()));
        long all = rows.isEmpty() ? 0 : rows.getFirst().get(2, Long.class);
        List<Alike> some = rows.stream()
                .limit(found.room())
                .map(row -> new Alike(row.get(0, Long.class), new RegistrationId(row.get(1, UUID.class))))
                .toList();
        if (!some.isEmpty()) {
            List<UUID> shown = some.stream()
                    .map(each -> each.existing().value())
                    .distinct()
                    .toList();
            audit.note(Action.CANDIDATES_SHOWN, Subject.REGISTRATION, shown, null, null);
        }
        found.add(some, all);
    }

    private static UUID owner() {
        return Acting.current().organisation().value();
    }
}
