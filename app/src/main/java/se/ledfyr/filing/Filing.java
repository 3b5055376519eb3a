package se.ledfyr.filing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.filing.FilingOutcome.Share;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;

/// Writes the compared rows of the acting organisation: what they need, corrections, people and records.
@Repository
class Filing {

    private static final int AT_ONCE = 10_000;
    private static final int NOTED_AT_ONCE = 250;

    private static final String NEXT_WITHOUT_A_PERSON =
            "select line from filed where owner = ? and person_id is null and line > ? order by line limit ?";

    private static final String GIVE_PEOPLE = """
            update filed f set person_id = p.id from unnest(?::bigint[], ?::uuid[]) as p (line, id) where f.line = p.line
            """;

    private final DSLContext sql;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    Filing(DSLContext sql, People people, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param source names the file in the history of what it corrects
    Share write(FiledKind kind, String source) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        kind.prepare(now);
        if (kind.hasPeople()) {
            givePeople();
        }
        long corrected = correct(kind, source, now);
        long added = sql.execute(
                kind.statements().map(FiledKind.Statements::add).orElseGet(() -> add(kind.table())),
                now,
                member(),
                now,
                owner());
        noteSubjects(kind, Action.REGISTERED, "not known", null);
        long all = sql.fetchSingle("select count(*) from filed where owner = ?", owner())
                .get(0, Long.class);
        return new Share(Acting.current().organisation(), added, corrected, all - added - corrected);
    }

    private long correct(FiledKind kind, String source, OffsetDateTime now) {
        if (sql.fetch("select from filed where owner = ? and changed limit 1", owner())
                .isEmpty()) {
            return 0;
        }
        kind.beforeCorrecting();
        sql.execute(keepOldValues(kind.table()), source, now, member(), owner());
        long corrected = sql.execute(
                kind.statements().map(FiledKind.Statements::correct).orElseGet(() -> correction(kind.table())),
                now,
                owner());
        noteSubjects(kind, Action.CORRECTED, "changed", source);
        return corrected;
    }

    private static String keepOldValues(FiledTable table) {
        return """
                insert into %s (organisation, %s, version, kind, field, old_value, new_value, reason, changed_at, changed_by)
                select r.organisation, r.id, r.version + 1, 'CORRECTED', field.name, field.before, field.after, ?, ?::timestamptz,
                       ?::uuid
                from filed f join %s r on r.id = f.id %s
                where f.owner = ? and f.changed and field.before is distinct from field.after
                order by f.line
                """.formatted(table.history(), table.historyId(), table.name(), FilingComparison.fields(table));
    }

    private static String correction(FiledTable table) {
        return """
                update %s r
                set %s, person_id = f.person_id, version = r.version + 1, changed_at = ?::timestamptz
                from filed f
                where f.id = r.id and f.owner = ? and f.changed
                """.formatted(table.name(), table.each(", ", column -> "%1$s = f.%1$s".formatted(column.column())));
    }

    private static String add(FiledTable table) {
        return """
                insert into %s (id, organisation, person_id, %s, created_at, created_by, changed_at)
                select id, owner, person_id, %s, ?::timestamptz, ?::uuid, ?::timestamptz
                from filed
                where owner = ? and not known
                """.formatted(table.name(), table.names(), table.names());
    }

    /// Every new record is of a person nobody has met before, as far as a file without names can tell.
    private void givePeople() {
        long after = 0;
        while (true) {
            Long[] lines = sql.fetch(NEXT_WITHOUT_A_PERSON, owner(), after, AT_ONCE)
                    .getValues(0, Long.class)
                    .toArray(Long[]::new);
            if (lines.length == 0) {
                return;
            }
            UUID[] persons = people.addWithoutIdentity(lines.length).stream()
                    .map(PersonId::value)
                    .toArray(UUID[]::new);
            sql.execute(GIVE_PEOPLE, lines, persons);
            after = lines[lines.length - 1];
        }
    }

    /// Names every record and its person in the audit log, a few hundred in an entry.
    private void noteSubjects(FiledKind kind, Action action, String which, @Nullable String reason) {
        String query = "select line, id, person_id from filed where owner = ? and line > ? and " + which
                + " order by line limit " + NOTED_AT_ONCE;
        long after = 0;
        while (true) {
            Result<Record> rows = sql.fetch(query, owner(), after);
            if (rows.isEmpty()) {
                return;
            }
            List<UUID> subjects = new ArrayList<>(2 * rows.size());
            rows.forEach(row -> {
                subjects.add(row.get(1, UUID.class));
                UUID person = row.get(2, UUID.class);
                if (person != null) {
                    subjects.add(person);
                }
            });
            audit.note(action, kind.subject(), subjects, reason, null);
            after = rows.getLast().get(0, Long.class);
        }
    }

    private static UUID owner() {
        return Acting.current().organisation().value();
    }

    private static @Nullable UUID member() {
        return Acting.current().member() == null
                ? null
                : Acting.current().member().value();
    }
}
