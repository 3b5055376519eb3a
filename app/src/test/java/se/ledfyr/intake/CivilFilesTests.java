package se.ledfyr.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.intake.SampleFiles.file;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.filing.FilingOutcome;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.filing.FilingOutcome.InConflict;
import se.ledfyr.filing.FilingOutcome.NeedsYes;
import se.ledfyr.filing.FilingOutcome.Reason;
import se.ledfyr.filing.FilingOutcome.Taken;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// The survey as files: the rules of its questions, whole or not at all, each member its own.
@HouseTest
class CivilFilesTests {

    private static final RecordKind ADULTS = RecordKinds.of("civil_adults_2025");
    private static final RecordKind CHILDREN = RecordKinds.of("civil_children_2025");

    @Autowired
    private FileIntake intake;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "needs=basic;all_of_above               | needs                  | answer-stands-alone",
                "needs=basic                            | met_by_authority       | answer-not-among",
                "convicted_for=thb                      | convicted_for          | answer-not-shown",
                "legal_status=conviction                | convicted_for          | answer-missing",
                "origin_country=TH                      | origin_region          | answer-together",
                "origin_country=Thailand                | origin_country         | country",
                "sex=                                   | sex                    | required",
                "contact=new_2024                       | contact                | one-of",
                "crimes=several                         | crimes                 | several-of",
                "children_place=elsewhere               | children_place         | answer-not-shown",
                "residence_status=asylum_seeker         | residence_status       | answer-not-with",
                "group_case=Åsele                       | group_case             | slug",
                "reporting_organisation=Bron            | reporting_organisation | label",
                "exposure=indirect                      | forms                  | answer-not-shown",
                "authorities_contacted=none;police      | authorities_contacted  | answer-stands-alone"
            })
    void aRowThatBreaksARuleIsNamedByLineAndColumn(String change, String column, String rule) {
        Map<String, String> row = adult();
        row.put("forms", "labour");
        row.put("met_by_authority", rule.equals("answer-not-among") ? "financial" : "");
        row.put("permit_granted", rule.equals("answer-not-with") ? "true" : "");
        if (change.equals("exposure=indirect")) {
            row.put("needs", "");
        }
        String[] cell = change.split("=", -1);
        row.put(cell[0], cell[1]);

        List<Fault> faults = SampleFiles.check(csv(ADULTS, adult(), row).getBytes(StandardCharsets.UTF_8))
                .faults();

        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.column() + " "
                        + fault.problem().key().replace("intake.fault.", ""))
                .containsExactly("3 " + column + " " + rule);
    }

    @Test
    void aChildIsYoungerThanEighteenAndIndirectOnesHaveNoFormsOfTheirOwn() {
        Map<String, String> row = child("");
        row.put("age_years", "18");
        Map<String, String> other = child("");
        other.put("forms", "sexual");
        other.put("own_police_report", "true");

        assertThat(SampleFiles.check(csv(CHILDREN, row, other).getBytes(StandardCharsets.UTF_8))
                        .faults())
                .extracting(fault -> fault.line() + " " + fault.column())
                .containsExactly("2 age_years", "3 forms", "3 own_police_report");
    }

    @Test
    void aMemberTakesItsOwnFileAndTheSameFileTwiceChangesNothing() throws Exception {
        Map<String, String> grown = adult();
        Map<String, String> small = child(id(grown));
        String adults = csv(ADULTS, grown);

        assertThat(counts(take(NGO_CASEWORKER, adults, false))).isEqualTo("1 0 0");
        assertThat(counts(take(NGO_CASEWORKER, adults, false))).isEqualTo("0 0 1");
        assertThat(counts(take(NGO_CASEWORKER, csv(CHILDREN, small), false))).isEqualTo("1 0 0");
        assertThat(one(
                        "select state || ' ' || edition || ' ' || sex || ' ' || array_to_string(needs, ';')"
                                + " from surveys.contact where id = ?::uuid",
                        id(grown)))
                .isEqualTo("SENT adult-2025 female basic;legal_advice");
    }

    @Test
    void aCorrectionNeedsAYesAndLeavesWhatAFileCannotSay() throws Exception {
        Map<String, String> row = adult();
        take(NGO_CASEWORKER, csv(ADULTS, row), false);
        TestInstallation.owner()
                .sql(
                        "update surveys.contact set answers = answers || '{\"rights_met\": {\"known\": false}}' where id = ?::uuid")
                .param(id(row))
                .update();
        row.put("needs", "basic");
        String changed = csv(ADULTS, row);

        assertThat(((NeedsYes) take(NGO_CASEWORKER, changed, false)).corrections())
                .extracting(each -> each.field() + " " + each.before() + " " + each.after())
                .containsExactly("needs basic;legal_advice basic");
        assertThat(counts(take(NGO_CASEWORKER, changed, true))).isEqualTo("0 1 0");
        assertThat(one(
                        "select answers -> 'needs' ->> 'codes' || (answers -> 'rights_met')::text"
                                + " from surveys.contact where id = ?::uuid",
                        id(row)))
                .isEqualTo("[\"basic\"]{\"known\": false}");
        assertThat(one(
                        "select field || ' ' || old_value || ' ' || version from surveys.contact_change"
                                + " where contact_id = ?::uuid",
                        id(row)))
                .isEqualTo("needs basic;legal_advice 2");
    }

    @Test
    void aRowOfAnotherMemberLeavesNothingOfTheFile() throws Exception {
        Map<String, String> mine = adult();
        Map<String, String> theirs = adult();
        theirs.put("reporting_organisation", "ORG-02");

        assertThat(conflicts(take(NGO_CASEWORKER, csv(ADULTS, mine, theirs), true)))
                .containsExactly(new Conflict(3, "reporting_organisation", Reason.NAMES_ANOTHER, "ORG-01"));
        assertThat(one("select count(*) from surveys.contact where id = ?::uuid", id(mine)))
                .isEqualTo("0");
    }

    /// The other member's adult exists, the second does not: nobody can tell which.
    @Test
    void aGuardianOfAnotherMemberIsNobody() throws Exception {
        Map<String, String> theirs = adult();
        theirs.put("reporting_organisation", "ORG-02");
        take(SHELTER_CASEWORKER, csv(ADULTS, theirs), false);

        List<Conflict> hidden = conflicts(take(NGO_CASEWORKER, csv(CHILDREN, child(id(theirs))), true));
        List<Conflict> missing = conflicts(
                take(NGO_CASEWORKER, csv(CHILDREN, child(UUID.randomUUID().toString())), true));

        assertThat(hidden)
                .isEqualTo(missing)
                .containsExactly(new Conflict(2, "guardian_id", Reason.GUARDIAN_MISSING, ""));
    }

    /// An id that another member uses is free here, as if nothing were there.
    @Test
    void theSameIdAtTwoMembersIsTwoContacts() throws Exception {
        Map<String, String> row = adult();
        take(NGO_CASEWORKER, csv(ADULTS, row), false);
        row.put("reporting_organisation", "ORG-02");

        assertThat(counts(take(SHELTER_CASEWORKER, csv(ADULTS, row), false))).isEqualTo("1 0 0");
    }

    @Test
    void anIdOfTheOtherFormIsRefused() throws Exception {
        Map<String, String> row = adult();
        take(NGO_CASEWORKER, csv(ADULTS, row), false);
        Map<String, String> small = child("");
        small.put("person_id", id(row));

        assertThat(conflicts(take(NGO_CASEWORKER, csv(CHILDREN, small), true)))
                .extracting(Conflict::reason)
                .containsExactly(Reason.OTHER_FORM);
    }

    @Test
    void whoIsNoMemberTakesNoneAndThePlatformNeither() throws Exception {
        String adults = csv(ADULTS, adult());

        assertThat(conflicts(take(NORD_COORDINATOR, adults, true)))
                .extracting(Conflict::reason)
                .containsExactly(Reason.NOT_KEPT_HERE);
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> PLATFORM_COORDINATOR.acting().call(() -> intake.take(file(adults), true)));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> intake.take(file(adults), true));
    }

    @Test
    void theOperatorsFileGoesToWhomItNamesOrNowhere() throws Exception {
        Map<String, String> first = adult();
        Map<String, String> second = adult();
        second.put("reporting_organisation", "ORG-02");
        Map<String, String> unknown = adult();
        unknown.put("reporting_organisation", "ORG-77");
        java.time.LocalDate day = java.time.LocalDate.of(2026, 1, 31);

        FilingOutcome taken = Objects.requireNonNull(intake.takeForOffices(file(csv(ADULTS, first, second)), day, false)
                .filing());
        assertThat(counts(taken)).isEqualTo("2 0 0");
        assertThat(one("select organisation from surveys.contact where id = ?::uuid", id(second)))
                .isEqualTo(Personas.Place.SHELTER.id().value().toString());
        assertThat(conflicts(Objects.requireNonNull(intake.takeForOffices(file(csv(ADULTS, unknown)), day, false)
                        .filing())))
                .containsExactly(new Conflict(2, "reporting_organisation", Reason.NO_SUCH_MEMBER, "ORG-77"));
    }

    @Test
    void theTemplateHasEveryColumnAndTheCodesOfTheYear() throws Exception {
        assertThat(new String(Templates.csv("civil_children_2025"), StandardCharsets.UTF_8))
                .startsWith("person_id,reporting_organisation,contact,exposure,age_years")
                .contains("guardian_id", "social_services_interventions");
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        Templates.xlsx(
                "civil_adults_2025",
                Wording.in("sv"),
                Locale.of("sv"),
                CodeBook.delivered(),
                java.time.LocalDate.of(2026, 1, 1),
                workbook);
        assertThat(workbook.size()).isGreaterThan(1_000);
    }

    private static String id(Map<String, String> row) {
        return Objects.requireNonNull(row.get("person_id"));
    }

    private static Map<String, String> adult() {
        Map<String, String> row = row(ADULTS);
        row.put("exposure", "direct");
        row.put("needs", "basic;legal_advice");
        return row;
    }

    private static Map<String, String> child(String guardian) {
        Map<String, String> row = row(CHILDREN);
        row.put("exposure", "indirect");
        row.put("age_years", "7");
        row.put("guardian_id", guardian);
        return row;
    }

    private static Map<String, String> row(RecordKind kind) {
        Map<String, String> row = new LinkedHashMap<>();
        kind.columns().forEach(column -> row.put(column.name(), ""));
        row.put("person_id", UUID.randomUUID().toString());
        row.put("reporting_organisation", "ORG-01");
        row.put("contact", "new_2025");
        row.put("sex", "female");
        return row;
    }

    @SafeVarargs
    private static String csv(RecordKind kind, Map<String, String>... rows) {
        StringBuilder text = new StringBuilder(
                String.join(",", kind.columns().stream().map(Column::name).toList()) + "\n");
        for (Map<String, String> row : rows) {
            text.append(String.join(",", row.values())).append('\n');
        }
        return text.toString();
    }

    private FilingOutcome take(Personas who, String content, boolean agreed) throws Exception {
        IntakeAnswer answer = who.acting().call(() -> intake.take(file(content), agreed));
        assertThat(answer.verdict().faults()).isEmpty();
        return Objects.requireNonNull(answer.filing());
    }

    private static List<Conflict> conflicts(FilingOutcome outcome) {
        return ((InConflict) outcome).conflicts();
    }

    private static String counts(FilingOutcome outcome) {
        Taken taken = (Taken) outcome;
        return taken.added() + " " + taken.corrected() + " " + taken.unchanged();
    }

    private static String one(String query, String id) {
        return String.valueOf(
                TestInstallation.owner().sql(query).param(id).query().singleValue());
    }
}
