package se.ledfyr.casework;

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
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.FilingOutcome.Share;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;

/// Writes the compared rows of the acting organisation: corrections, events, people and registrations.
@Repository
class Filing {

    private static final int AT_ONCE = 10_000;
    private static final int NOTED_AT_ONCE = 250;
    private static final int EARLIEST_BIRTH_YEAR = 1900;

    private static final String KEEP_OLD_VALUES = """
            insert into casework.change (organisation, registration_id, version, kind, field, old_value, new_value, reason,
                                         changed_at, changed_by)
            select r.organisation, r.id, r.version + 1, 'CORRECTED', field.name, field.before, field.after, ?, ?::timestamptz, ?::uuid
            from filed f join casework.registration r on r.id = f.id
            """ + FilingComparison.FIELDS + """
            where f.owner = ? and f.changed and field.before is distinct from field.after
            order by f.line
            """;

    private static final String CORRECT = """
            update casework.registration r
            set registered_on = f.registered_on, region = f.region, municipality_code = f.municipality_code, sex = f.sex,
                age_group = f.age_group, birth_year = f.birth_year, citizenship = f.citizenship, forms = f.forms,
                sector = f.sector, referred_by = f.referred_by, event_code = f.event_code, began = f.began,
                setting = f.setting, children_accompanying = f.children_accompanying, amp_requested = f.amp_requested,
                reflection_requested = f.reflection_requested, version = r.version + 1, changed_at = ?::timestamptz
            from filed f
            where f.id = r.id and f.owner = ? and f.changed
            """;

    private static final String TELLING_APART = """
            select distinct f.person_id, f.birth_year, f.citizenship
            from filed f join casework.registration r on r.id = f.id
            where f.owner = ? and f.changed
              and (r.birth_year is distinct from f.birth_year or r.citizenship is distinct from f.citizenship)
            """;

    private static final String ADD_EVENTS = """
            insert into casework.event (id, organisation, code, region, created_at, created_by)
            select gen_random_uuid(), owner, event_code, min(region), ?::timestamptz, ?::uuid
            from filed
            where owner = ? and event_code is not null
            group by owner, event_code
            on conflict (organisation, code) do nothing
            returning id
            """;

    private static final String NEXT_NEW =
            "select line from filed where owner = ? and not known and line > ? order by line limit ?";

    private static final String GIVE_PEOPLE = """
            update filed f set person_id = p.id from unnest(?::bigint[], ?::uuid[]) as p (line, id) where f.line = p.line
            """;

    private static final String ADD = """
            insert into casework.registration (id, organisation, person_id, registered_on, region, municipality_code, sex,
                age_group, birth_year, citizenship, forms, sector, referred_by, event_code, began, setting,
                children_accompanying, amp_requested, reflection_requested, created_at, created_by, changed_at)
            select id, owner, person_id, registered_on, region, municipality_code, sex, age_group, birth_year, citizenship,
                   forms, sector, referred_by, event_code, began, setting, children_accompanying, amp_requested,
                   reflection_requested, ?::timestamptz, ?::uuid, ?::timestamptz
            from filed
            where owner = ? and not known
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

    Share write(String source) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        addEvents(now);
        long corrected = correct(source, now);
        givePeople();
        long added = sql.execute(ADD, now, member(), now, owner());
        noteSubjects(Action.REGISTERED, "not known", null);
        long all = sql.fetchSingle("select count(*) from filed where owner = ?", owner())
                .get(0, Long.class);
        return new Share(Acting.current().organisation(), added, corrected, all - added - corrected);
    }

    private void addEvents(OffsetDateTime now) {
        List<UUID> added = sql.fetch(ADD_EVENTS, now, member(), owner()).getValues(0, UUID.class);
        for (int from = 0; from < added.size(); from += NOTED_AT_ONCE) {
            List<UUID> part = added.subList(from, Math.min(added.size(), from + NOTED_AT_ONCE));
            audit.note(Action.EVENT_ADDED, Subject.EVENT, part, null, null);
        }
    }

    private long correct(String source, OffsetDateTime now) {
        if (sql.fetch("select from filed where owner = ? and changed limit 1", owner())
                .isEmpty()) {
            return 0;
        }
        Result<Record> persons = sql.fetch(TELLING_APART, owner());
        sql.execute(KEEP_OLD_VALUES, source, now, member(), owner());
        long corrected = sql.execute(CORRECT, now, owner());
        for (Record person : persons) {
            people.factsChanged(
                    new PersonId(person.get(0, UUID.class)),
                    new NameFacts(likelyYear(person.get(1, Integer.class)), person.get(2, String.class)));
        }
        noteSubjects(Action.CORRECTED, "changed", source);
        return corrected;
    }

    /// The file rules know no earliest birth year; the search for the same person does.
    private static @Nullable Integer likelyYear(@Nullable Integer year) {
        return year == null || year < EARLIEST_BIRTH_YEAR ? null : year;
    }

    /// Every new registration is of a person nobody has met before, as far as a file without names can tell.
    private void givePeople() {
        long after = 0;
        while (true) {
            Long[] lines = sql.fetch(NEXT_NEW, owner(), after, AT_ONCE)
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

    /// Names every registration and its person in the audit log, a few hundred in an entry.
    private void noteSubjects(Action action, String which, @Nullable String reason) {
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
                subjects.add(row.get(2, UUID.class));
            });
            audit.note(action, Subject.REGISTRATION, subjects, reason, null);
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
