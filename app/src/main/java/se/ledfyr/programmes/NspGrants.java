package se.ledfyr.programmes;

import static se.ledfyr.filing.ColumnType.DAY;
import static se.ledfyr.filing.ColumnType.ID;
import static se.ledfyr.filing.ColumnType.TEXTS;
import static se.ledfyr.filing.ColumnType.WHOLE;
import static se.ledfyr.filing.FiledColumn.of;
import static se.ledfyr.filing.FiledColumn.text;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.Subject;
import se.ledfyr.filing.FiledKind;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.filing.Keeper;
import se.ledfyr.organisations.OrganisationKind;

/// Persons granted support by the national support programme, as files bring them in. Kept by the programme's own
/// office.
@Component
class NspGrants implements FiledKind {

    private static final FiledTable TABLE = new FiledTable(
            "grant_id",
            "programmes.nsp_grant",
            "programmes.nsp_change",
            "grant_id",
            new FiledTable.StandIns("programmes.stand_in", "grant_id", "programmes.stand_in_for"),
            List.of(
                    of("granted_on", DAY),
                    text("age_group"),
                    text("sex"),
                    text("exposure"),
                    of("forms", TEXTS),
                    text("citizenship"),
                    text("nationality_other"),
                    of("components", TEXTS),
                    of("rest_days", WHOLE),
                    of("integration_days", WHOLE),
                    text("placement"),
                    text("home_region"),
                    of("guardian_grant_id", ID),
                    text("eligibility_reason"),
                    text("referred_by")));

    private static final String FOLLOW_STAND_INS = """
            update filed f set guardian_grant_id = s.grant_id
            from programmes.stand_in s
            where f.owner = ? and s.filed_id = f.guardian_grant_id
              and not exists (select from programmes.nsp_grant g where g.id = f.guardian_grant_id)
            """;

    private final DSLContext sql;

    NspGrants(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void followStandIns() {
        sql.execute(FOLLOW_STAND_INS, Acting.current().organisation().value());
    }

    @Override
    public String name() {
        return "nsp_grants";
    }

    @Override
    public FiledTable table() {
        return TABLE;
    }

    @Override
    public Keeper keeper() {
        return new Keeper.TheOnly(OrganisationKind.PROGRAMME_OFFICE);
    }

    @Override
    public Subject subject() {
        return Subject.GRANT;
    }
}
