package se.ledfyr.intake;

import static se.ledfyr.intake.Column.optional;
import static se.ledfyr.intake.Column.required;

import java.util.List;
import java.util.stream.Stream;
import se.ledfyr.intake.CellType.Day;
import se.ledfyr.intake.CellType.EventCode;
import se.ledfyr.intake.CellType.Id;
import se.ledfyr.intake.CellType.OneOf;
import se.ledfyr.intake.CellType.SeveralOf;
import se.ledfyr.intake.CellType.Truth;
import se.ledfyr.intake.CellType.Whole;
import se.ledfyr.intake.CrossRule.When;

/// The kinds of file that Ledfyr knows. A new kind is a declaration here and a class that makes something of its
/// rows.
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

    private static final String[] ACCOMPANYING = {"accompanying_family_member", "accompanying_child"};

    /// People admitted to the return programme.
    static final RecordKind AMP_GRANTS = new RecordKind(
            "amp_grants",
            "granted_on",
            List.of(
                    required("grant_id", new Id()),
                    optional("registration_id", new Id()),
                    required("granted_on", new Day()),
                    required("sex", new OneOf("sex")),
                    required("age_group", new OneOf("age_group")),
                    required("role", new OneOf("amp_person_role")),
                    optional("forms", new SeveralOf("exploitation_form")),
                    optional("citizenship", new OneOf("country")),
                    optional("return_country", new OneOf("country")),
                    optional("sector", new SeveralOf("sector_setting")),
                    optional("group_case", new EventCode()),
                    optional("applied_on", new Day()),
                    optional("departed_on", new Day()),
                    required("coordinator_region", new OneOf("police_region"))),
            List.of(
                    new CrossRule.OnlyOnce("grant_id"),
                    new CrossRule.FilledWhen("registration_id", When.is("role", "exploited")),
                    new CrossRule.EmptyWhen("registration_id", List.of(When.is("role", ACCOMPANYING))),
                    new CrossRule.EmptyWhen("forms", List.of(When.is("role", ACCOMPANYING)))));

    static final int MOST_REST_DAYS = 30;
    static final int MOST_INTEGRATION_DAYS = 90;

    /// People granted support by the national support programme.
    static final RecordKind NSP_GRANTS = new RecordKind(
            "nsp_grants",
            "granted_on",
            List.of(
                    required("grant_id", new Id()),
                    required("granted_on", new Day()),
                    required("age_group", new OneOf("age_group")),
                    optional("sex", new OneOf("sex")),
                    required("exposure", new OneOf("exposure")),
                    optional("forms", new SeveralOf("exploitation_form")),
                    optional("citizenship", new OneOf("country")),
                    optional("nationality_other", new OneOf("nationality_other")),
                    required("components", new SeveralOf("nsp_component")),
                    required("rest_days", new Whole(MOST_REST_DAYS)),
                    required("integration_days", new Whole(MOST_INTEGRATION_DAYS)),
                    required("placement", new OneOf("nsp_child_placement")),
                    optional("home_region", new OneOf("police_region")),
                    optional("guardian_grant_id", new Id()),
                    required("eligibility_reason", new OneOf("eligibility_reason")),
                    required("referred_by", new OneOf("referred_by"))),
            List.of(
                    new CrossRule.OnlyOnce("grant_id"),
                    new CrossRule.EmptyWhen(
                            "forms", List.of(When.is("age_group", "child"), When.is("exposure", "indirect"))),
                    new CrossRule.AtMostOne("nationality_other", "citizenship"),
                    new CrossRule.DaysOf("rest_days", "components", "rest_period"),
                    new CrossRule.DaysOf("integration_days", "components", "integration_period"),
                    new CrossRule.FilledWhen("home_region", When.is("placement", "protected_housing")),
                    new CrossRule.EmptyWhen("home_region", List.of(When.is("placement", "home_country"))),
                    new CrossRule.EmptyWhen("guardian_grant_id", List.of(When.is("age_group", "adult", "unknown"))),
                    new CrossRule.LinkInFile("guardian_grant_id", "grant_id", When.is("age_group", "adult"))));

    static final int LEAST_REFLECTION_DAYS = 30;

    /// Reflection periods that were decided. Codes are looked up as they were when somebody applied.
    static final RecordKind REFLECTION_PERIODS = new RecordKind(
            "reflection_periods",
            "applied_on",
            List.of(
                    required("case_id", new Id()),
                    optional("registration_id", new Id()),
                    required("applicant", new OneOf("betanketid_applicant")),
                    optional("via_coordinator", new Truth()),
                    required("region", new OneOf("police_region")),
                    optional("municipality_code", new OneOf("municipality")),
                    required("sex", new OneOf("sex")),
                    required("applied_on", new Day()),
                    required("decided_on", new Day()),
                    required("decision", new OneOf("permit_decision")),
                    optional("start_on", new Day()),
                    optional("end_on", new Day())),
            List.of(
                    new CrossRule.OnlyOnce("case_id"),
                    new CrossRule.EmptyWhen("registration_id", List.of(When.is("via_coordinator", "", "false"))),
                    new CrossRule.FilledWhen("via_coordinator", When.is("applicant", "social_board")),
                    new CrossRule.EmptyWhen("via_coordinator", List.of(When.is("applicant", "lead_investigator"))),
                    new CrossRule.EmptyWhen("municipality_code", List.of(When.is("applicant", "lead_investigator"))),
                    new CrossRule.MunicipalityInRegion("municipality_code", "region", "applied_on"),
                    new CrossRule.FilledWhen("start_on", When.is("decision", "granted")),
                    new CrossRule.FilledWhen("end_on", When.is("decision", "granted")),
                    new CrossRule.EmptyWhen("start_on", List.of(When.is("decision", "refused"))),
                    new CrossRule.EmptyWhen("end_on", List.of(When.is("decision", "refused"))),
                    new CrossRule.DaysApart("end_on", "start_on", LEAST_REFLECTION_DAYS)));

    static final List<RecordKind> ALL = Stream.concat(
                    Stream.of(REGISTRATIONS, AMP_GRANTS, NSP_GRANTS, REFLECTION_PERIODS),
                    SurveyKinds.delivered().stream())
            .toList();

    /// @throws IllegalArgumentException for a name that is no kind of file
    static RecordKind of(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such kind of file: " + name));
    }

    private RecordKinds() {}

    static boolean isColumn(String name) {
        return ALL.stream().anyMatch(kind -> kind.find(name).isPresent());
    }

    /// How many digits a code has that a spreadsheet may have taken for a number; 0 for every other column.
    static int digitsOf(String column) {
        return column.equals("municipality_code") ? 4 : 0;
    }
}
