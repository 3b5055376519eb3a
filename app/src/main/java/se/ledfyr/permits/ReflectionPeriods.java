package se.ledfyr.permits;

import static se.ledfyr.filing.ColumnType.DAY;
import static se.ledfyr.filing.ColumnType.ID;
import static se.ledfyr.filing.ColumnType.TRUTH;
import static se.ledfyr.filing.FiledColumn.of;
import static se.ledfyr.filing.FiledColumn.text;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.LinkedKind;
import se.ledfyr.casework.RegistrationLinks;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.filing.FilingOutcome.Reason;
import se.ledfyr.filing.Keeper;
import se.ledfyr.filing.Limited;

/// Reflection periods that were decided, as files bring them in. Kept by the coordination office of the region.
@Component
class ReflectionPeriods implements LinkedKind {

    private static final FiledTable TABLE = new FiledTable(
            "case_id",
            "permits.reflection_period",
            "permits.change",
            "period_id",
            new FiledTable.StandIns("permits.stand_in", "period_id", "permits.stand_in_for"),
            List.of(
                    of("registration_id", ID),
                    text("applicant"),
                    of("via_coordinator", TRUTH),
                    text("region"),
                    text("municipality_code"),
                    text("sex"),
                    of("applied_on", DAY),
                    of("decided_on", DAY),
                    text("decision"),
                    of("start_on", DAY),
                    of("end_on", DAY)));

    /// Granted rows whose person, by the registration they link to, has another reflection period at the time: in what
    /// the office keeps, or in the file itself. What is sealed links to nothing and never comes so far.
    private static final String OVERLAPS = """
            with granted as (select f.line, f.id, r.person_id, daterange(f.start_on, f.end_on, '[]') as during
                             from filed f join casework.registration r on r.id = f.registration_id
                             where f.owner = ? and f.decision = 'granted')
            select g.line
            from granted g
            where exists (select from permits.permit p
                          where p.person_id = g.person_id and p.id <> g.id and p.kind = 'reflection' and p.struck_at is null
                            and p.during && g.during and p.id not in (select o.id from granted o))
               or exists (select from granted o where o.person_id = g.person_id and o.id <> g.id and o.during && g.during)
            order by g.line
            """;

    private final RegistrationLinks links;
    private final DSLContext sql;

    ReflectionPeriods(RegistrationLinks links, DSLContext sql) {
        this.links = links;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "reflection_periods";
    }

    @Override
    public FiledTable table() {
        return TABLE;
    }

    @Override
    public Keeper keeper() {
        return new Keeper.OfficeOfRegion("region", false);
    }

    @Override
    public Subject subject() {
        return Subject.PERMIT;
    }

    @Override
    public RegistrationLinks links() {
        return links;
    }

    @Override
    public void findConflicts(Limited<Conflict> found) {
        LinkedKind.super.findConflicts(found);
        List<Long> lines =
                sql.fetch(OVERLAPS, Acting.current().organisation().value()).getValues(0, Long.class);
        found.add(
                lines.stream()
                        .limit(found.room())
                        .map(line -> new Conflict(line, "start_on", Reason.PERIOD_OVERLAPS, ""))
                        .toList(),
                lines.size());
    }
}
