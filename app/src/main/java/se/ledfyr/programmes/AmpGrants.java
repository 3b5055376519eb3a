package se.ledfyr.programmes;

import static se.ledfyr.filing.ColumnType.DAY;
import static se.ledfyr.filing.ColumnType.ID;
import static se.ledfyr.filing.ColumnType.TEXTS;
import static se.ledfyr.filing.FiledColumn.of;
import static se.ledfyr.filing.FiledColumn.text;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.LinkedFact;
import se.ledfyr.casework.RegistrationLinks;
import se.ledfyr.filing.FiledColumn;
import se.ledfyr.filing.FiledKind;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.filing.Keeper;
import se.ledfyr.filing.Limited;

/// Persons admitted to the return programme, as files bring them in. Kept by the office whose coordinator applied,
/// beside the registrations that they link to.
@Component
class AmpGrants implements FiledKind {

    private static final FiledTable TABLE = new FiledTable(
            "grant_id",
            "programmes.amp_grant",
            "programmes.amp_change",
            "grant_id",
            new FiledTable.StandIns("programmes.stand_in", "grant_id", "programmes.stand_in_for"),
            List.of(
                    of("registration_id", ID),
                    of("granted_on", DAY),
                    text("sex"),
                    text("age_group"),
                    text("role"),
                    of("forms", TEXTS),
                    text("citizenship"),
                    text("return_country"),
                    new FiledColumn("sector", "sectors", TEXTS),
                    text("group_case"),
                    of("applied_on", DAY),
                    of("departed_on", DAY),
                    text("coordinator_region")));

    private static final Map<String, LinkedFact> AGREEING = agreeing();

    /// A row that no longer links must not go on being about the person of the registration it linked to.
    private static final String LEAVE_PERSON = """
            update filed f set person_id = null
            from programmes.amp_grant g
            where g.id = f.id and f.owner = ? and f.registration_id is null and g.registration_id is not null
            """;

    private final RegistrationLinks links;
    private final DSLContext sql;

    AmpGrants(RegistrationLinks links, DSLContext sql) {
        this.links = links;
        this.sql = sql;
    }

    private static Map<String, LinkedFact> agreeing() {
        Map<String, LinkedFact> agreeing = new LinkedHashMap<>();
        agreeing.put("sex", LinkedFact.SEX);
        agreeing.put("age_group", LinkedFact.AGE_GROUP);
        agreeing.put("forms", LinkedFact.FORMS);
        agreeing.put("citizenship", LinkedFact.CITIZENSHIP);
        agreeing.put("group_case", LinkedFact.EVENT);
        return agreeing;
    }

    @Override
    public String name() {
        return "amp_grants";
    }

    @Override
    public FiledTable table() {
        return TABLE;
    }

    @Override
    public Keeper keeper() {
        return new Keeper.OfficeOfRegion("coordinator_region", false);
    }

    @Override
    public Subject subject() {
        return Subject.GRANT;
    }

    @Override
    public void followStandIns() {
        links.followStandIns();
    }

    @Override
    public void findConflicts(Limited<Conflict> found) {
        links.findConflicts(AGREEING, found);
    }

    @Override
    public void prepare(OffsetDateTime now) {
        links.givePersons();
        sql.execute(LEAVE_PERSON, Acting.current().organisation().value());
    }
}
