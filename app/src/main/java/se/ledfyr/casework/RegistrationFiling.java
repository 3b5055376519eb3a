package se.ledfyr.casework;

import static se.ledfyr.filing.ColumnType.DAY;
import static se.ledfyr.filing.ColumnType.TEXT;
import static se.ledfyr.filing.ColumnType.TEXTS;
import static se.ledfyr.filing.ColumnType.TRUTH;
import static se.ledfyr.filing.ColumnType.WHOLE;
import static se.ledfyr.filing.FiledColumn.of;
import static se.ledfyr.filing.FiledColumn.text;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.filing.FiledColumn;
import se.ledfyr.filing.FiledKind;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.filing.FilingOutcome.Alike;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.filing.FilingOutcome.Reason;
import se.ledfyr.filing.Keeper;
import se.ledfyr.filing.Limited;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;

/// Registrations as files bring them in.
@Component
class RegistrationFiling implements FiledKind {

    private static final int EARLIEST_BIRTH_YEAR = 1900;
    private static final int NOTED_AT_ONCE = 250;

    private static final FiledTable TABLE = new FiledTable(
            "registration_id",
            "casework.registration",
            "casework.change",
            "registration_id",
            new FiledTable.StandIns("casework.stand_in", "registration_id", "casework.stand_in_for"),
            List.of(
                    of("registered_on", DAY),
                    text("region"),
                    text("municipality_code"),
                    text("sex"),
                    text("age_group"),
                    of("birth_year", WHOLE),
                    text("citizenship"),
                    of("forms", TEXTS),
                    text("sector"),
                    text("referred_by"),
                    new FiledColumn("event_id", "event_code", TEXT),
                    text("began"),
                    text("setting"),
                    of("children_accompanying", WHOLE),
                    of("amp_requested", TRUTH),
                    of("reflection_requested", TRUTH)));

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

    private static final String ADD_EVENTS = """
            insert into casework.event (id, organisation, code, region, created_at, created_by)
            select gen_random_uuid(), owner, event_code, min(region), ?::timestamptz, ?::uuid
            from filed
            where owner = ? and event_code is not null
            group by owner, event_code
            on conflict (organisation, code) do nothing
            returning id
            """;

    private static final String TELLING_APART = """
            select distinct f.person_id, f.birth_year, f.citizenship
            from filed f join casework.registration r on r.id = f.id
            where f.owner = ? and f.changed
              and (r.birth_year is distinct from f.birth_year or r.citizenship is distinct from f.citizenship)
            """;

    private final DSLContext sql;
    private final People people;
    private final AuditLog audit;

    RegistrationFiling(DSLContext sql, People people, AuditLog audit) {
        this.sql = sql;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "coordinator_registrations";
    }

    @Override
    public FiledTable table() {
        return TABLE;
    }

    @Override
    public Keeper keeper() {
        return new Keeper.OfficeOfRegion("region", true);
    }

    @Override
    public Subject subject() {
        return Subject.REGISTRATION;
    }

    @Override
    public void findConflicts(Limited<Conflict> found) {
        findConflicts(found, EVENTS_ELSEWHERE, "event_id", Reason.EVENT_ELSEWHERE);
        findConflicts(found, ANOTHER_IN_THE_YEAR, "registered_on", Reason.ANOTHER_IN_THE_YEAR);
    }

    private void findConflicts(Limited<Conflict> found, String query, String column, Reason reason) {
        var rows = sql.fetch(query, owner(), Math.max(1, found.room()));
        long all = rows.isEmpty() ? 0 : rows.getFirst().get(2, Long.class);
        found.add(
                rows.stream()
                        .limit(found.room())
                        .map(row -> new Conflict(row.get(0, Long.class), column, reason, row.get(1, String.class)))
                        .toList(),
                all);
    }

    @Override
    public void findAlike(Limited<Alike> found) {
        var rows = sql.fetch(ALIKE, owner(), Math.max(1, found.room()));
        long all = rows.isEmpty() ? 0 : rows.getFirst().get(2, Long.class);
        List<Alike> some = rows.stream()
                .limit(found.room())
                .map(row -> new Alike(row.get(0, Long.class), row.get(1, UUID.class)))
                .toList();
        if (!some.isEmpty()) {
            List<UUID> shown = some.stream().map(Alike::existing).distinct().toList();
            audit.note(Action.CANDIDATES_SHOWN, Subject.REGISTRATION, shown, null, null);
        }
        found.add(some, all);
    }

    @Override
    public void prepare(OffsetDateTime now) {
        List<UUID> added = sql.fetch(ADD_EVENTS, now, member(), owner()).getValues(0, UUID.class);
        for (int from = 0; from < added.size(); from += NOTED_AT_ONCE) {
            List<UUID> part = added.subList(from, Math.min(added.size(), from + NOTED_AT_ONCE));
            audit.note(Action.EVENT_ADDED, Subject.EVENT, part, null, null);
        }
    }

    /// The search for the same person goes by what was registered.
    @Override
    public void beforeCorrecting() {
        for (Record person : sql.fetch(TELLING_APART, owner())) {
            people.factsChanged(
                    new PersonId(person.get(0, UUID.class)),
                    new NameFacts(likelyYear(person.get(1, Integer.class)), person.get(2, String.class)));
        }
    }

    /// The file rules know no earliest birth year; the search for the same person does.
    private static @Nullable Integer likelyYear(@Nullable Integer year) {
        return year == null || year < EARLIEST_BIRTH_YEAR ? null : year;
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
