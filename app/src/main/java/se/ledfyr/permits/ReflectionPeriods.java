package se.ledfyr.permits;

import static se.ledfyr.filing.ColumnType.DAY;
import static se.ledfyr.filing.ColumnType.ID;
import static se.ledfyr.filing.ColumnType.TRUTH;
import static se.ledfyr.filing.FiledColumn.of;
import static se.ledfyr.filing.FiledColumn.text;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.RegistrationLinks;
import se.ledfyr.filing.FiledKind;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.filing.Keeper;
import se.ledfyr.filing.Limited;

/// Reflection periods that were decided, as files bring them in. Kept by the coordination office of the region.
@Component
class ReflectionPeriods implements FiledKind {

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

    /// A row that no longer links must not go on being about the person of the registration it linked to.
    private static final String LEAVE_PERSON = """
            update filed f set person_id = null
            from permits.reflection_period p
            where p.id = f.id and f.owner = ? and f.registration_id is null and p.registration_id is not null
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
    public void followStandIns() {
        links.followStandIns();
    }

    @Override
    public void findConflicts(Limited<Conflict> found) {
        links.findConflicts(Map.of(), found);
    }

    @Override
    public void prepare(OffsetDateTime now) {
        links.givePersons();
        sql.execute(LEAVE_PERSON, Acting.current().organisation().value());
    }
}
