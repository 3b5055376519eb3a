package se.ledfyr.programmes;

import static se.ledfyr.filing.ColumnType.DAY;
import static se.ledfyr.filing.ColumnType.ID;
import static se.ledfyr.filing.ColumnType.TEXTS;
import static se.ledfyr.filing.FiledColumn.of;
import static se.ledfyr.filing.FiledColumn.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.LinkedFact;
import se.ledfyr.casework.LinkedKind;
import se.ledfyr.casework.RegistrationLinks;
import se.ledfyr.filing.FiledColumn;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.filing.Keeper;

/// Persons admitted to the return programme, as files bring them in. Kept by the office whose coordinator applied,
/// beside the registrations that they link to.
@Component
class AmpGrants implements LinkedKind {

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

    private static final Map<String, LinkedFact> AGREEING = facts();

    private final RegistrationLinks links;

    AmpGrants(RegistrationLinks links) {
        this.links = links;
    }

    private static Map<String, LinkedFact> facts() {
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
    public RegistrationLinks links() {
        return links;
    }

    @Override
    public Map<String, LinkedFact> agreeing() {
        return AGREEING;
    }
}
