package se.ledfyr.intake;

import static se.ledfyr.intake.Column.optional;
import static se.ledfyr.intake.Column.required;

import java.util.List;
import se.ledfyr.intake.CellType.Day;
import se.ledfyr.intake.CellType.EventCode;
import se.ledfyr.intake.CellType.Id;
import se.ledfyr.intake.CellType.OneOf;
import se.ledfyr.intake.CellType.SeveralOf;
import se.ledfyr.intake.CellType.Truth;
import se.ledfyr.intake.CellType.Whole;

/// The kinds of file that Ledfyr knows. A new kind is a declaration here and a class that makes something of its rows.
final class RecordKinds {

    static final int LATEST_YEAR = 9_999;
    static final int MOST_CHILDREN = 999_999_999;

    /// People registered by a regional coordinator.
    static final RecordKind REGISTRATIONS = new RecordKind(
            "coordinator_registrations",
            "registered_on",
            List.of(
                    required("registration_id", new Id()),
                    required("registered_on", new Day()),
                    required("region", new OneOf("police_region")),
                    required("municipality_code", new OneOf("municipality")),
                    required("sex", new OneOf("sex")),
                    required("age_group", new OneOf("age_group")),
                    optional("birth_year", new Whole(LATEST_YEAR)),
                    optional("citizenship", new OneOf("country")),
                    optional("forms", new SeveralOf("exploitation_form")),
                    optional("sector", new OneOf("sector_setting")),
                    required("referred_by", new OneOf("referred_by")),
                    optional("event_id", new EventCode()),
                    optional("began", new OneOf("recruitment_start")),
                    optional("setting", new OneOf("setting")),
                    required("children_accompanying", new Whole(MOST_CHILDREN)),
                    required("amp_requested", new Truth()),
                    required("reflection_requested", new Truth())),
            List.of(
                    new CrossRule.BirthYearFitsAgeGroup("birth_year", "age_group", "registered_on"),
                    new CrossRule.MunicipalityInRegion("municipality_code", "region", "registered_on"),
                    new CrossRule.OnlyOnce("registration_id"),
                    new CrossRule.SameForAll("event_id", "region")));

    static final List<RecordKind> ALL = List.of(REGISTRATIONS);

    private RecordKinds() {}

    static boolean isColumn(String name) {
        return ALL.stream().anyMatch(kind -> kind.find(name).isPresent());
    }

    /// How many digits a code has that a spreadsheet may have taken for a number; 0 for every other column.
    static int digitsOf(String column) {
        return column.equals("municipality_code") ? 4 : 0;
    }
}
