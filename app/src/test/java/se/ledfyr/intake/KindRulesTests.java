package se.ledfyr.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.intake.SampleFiles.check;
import static se.ledfyr.intake.SampleFiles.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules between the cells of grants and reflection periods. Each wrong file is the right one with one cell
/// changed.
class KindRulesTests {

    private static final String ID = "00000000-0000-4000-8000-00000000000";
    private static final String AMP = """
            grant_id,registration_id,granted_on,sex,age_group,role,forms,citizenship,return_country,sector,group_case,applied_on,departed_on,coordinator_region
            %1$s1,%1$sa,2023-05-01,male,adult,exploited,labour,TH,TH,forestry;berry_picking,BÄR-1,2023-05-09,2023-04-30,nord
            %1$s2,,2023-05-01,female,child,accompanying_child,,TH,,,,,,nord
            """.formatted(ID);
    private static final String NSP = """
            grant_id,granted_on,age_group,sex,exposure,forms,citizenship,nationality_other,components,rest_days,integration_days,placement,home_region,guardian_grant_id,eligibility_reason,referred_by
            %1$s1,2023-05-01,child,,indirect,,,kurdistan,home_country_support,0,0,home_country,,%1$s2,law_gap,police
            %1$s2,2023-05-01,adult,female,direct,sexual,NG,,rest_period;integration_period,30,90,protected_housing,syd,,law_gap,self
            """.formatted(ID);
    private static final String REFLECTION = """
            case_id,registration_id,applicant,via_coordinator,region,municipality_code,sex,applied_on,decided_on,decision,start_on,end_on
            %1$s1,%1$sa,social_board,true,nord,2480,female,2022-08-01,2022-08-09,granted,2022-08-09,2022-09-08
            %1$s2,,lead_investigator,,syd,,male,2021-03-01,2021-03-02,refused,,
            """.formatted(ID);

    @Test
    void rightFilesHaveNoFaults() {
        assertThat(faults(check(AMP))).isEmpty();
        assertThat(faults(check(NSP))).isEmpty();
        assertThat(faults(check(REFLECTION))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2, registration_id, '', 2 registration_id filled-when",
        "3, registration_id, 00000000-0000-4000-8000-00000000000a, 3 registration_id empty-when",
        "3, forms, labour, 3 forms empty-when",
        "3, role, child, 3 role one-of",
        "3, grant_id, 00000000-0000-4000-8000-000000000001, 3 grant_id twice",
        "2, sector, forestry;, 2 sector list-empty-member",
        "2, group_case, bär, 2 group_case event",
        "2, coordinator_region, '', 2 coordinator_region required",
        "2, departed_on, 2031-01-01, 2 departed_on date-later"
    })
    void aReturnGrantThatContradictsItselfIsTold(int line, String column, String cell, String fault) {
        assertThat(faults(check(changed(AMP, line, column, cell)))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "2, forms, sexual, 2 forms empty-when",
        "2, citizenship, SY, 2 nationality_other at-most-one",
        "2, nationality_other, narnia, 2 nationality_other one-of",
        "2, guardian_grant_id, 00000000-0000-4000-8000-000000000009, 2 guardian_grant_id link-in-file",
        "2, guardian_grant_id, 00000000-0000-4000-8000-000000000001, 2 guardian_grant_id link-in-file",
        "2, home_region, syd, 2 home_region empty-when",
        "2, components, '', 2 components required",
        "3, guardian_grant_id, 00000000-0000-4000-8000-000000000002, 3 guardian_grant_id empty-when",
        "3, rest_days, 0, 3 rest_days days-of",
        "3, rest_days, 31, 3 rest_days whole-most",
        "3, integration_days, 91, 3 integration_days whole-most",
        "3, home_region, '', 3 home_region filled-when",
        "2, rest_days, 5, 2 rest_days days-of"
    })
    void aSupportGrantThatContradictsItselfIsTold(int line, String column, String cell, String fault) {
        assertThat(faults(check(changed(NSP, line, column, cell)))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "2, via_coordinator, false, 2 registration_id empty-when",
        "3, via_coordinator, true, 3 via_coordinator empty-when",
        "3, municipality_code, 1280, 3 municipality_code empty-when",
        "2, municipality_code, 1280, 2 municipality_code municipality-elsewhere",
        "2, end_on, 2022-09-07, 2 end_on days-apart",
        "2, end_on, '', 2 end_on filled-when",
        "3, start_on, 2021-03-02, 3 start_on empty-when",
        "2, applied_on, 2022-07-31, 2 applicant code-not-then",
        "2, decision, maybe, 2 decision one-of"
    })
    void aReflectionPeriodThatContradictsItselfIsTold(int line, String column, String cell, String fault) {
        assertThat(faults(check(changed(REFLECTION, line, column, cell)))).containsExactly(fault);
    }

    @Test
    void aChildMayStandBeforeItsGuardian() {
        List<String> lines = NSP.lines().toList();
        String turned = String.join("\n", List.of(lines.get(0), lines.get(2), lines.get(1)));

        assertThat(faults(check(turned))).isEmpty();
    }

    @Test
    void theHeaderTellsTheKind() throws IOException {
        for (RecordKind kind : RecordKinds.ALL) {
            String header = new String(Templates.csv(kind), StandardCharsets.UTF_8);
            assertThat(check(header).kind()).isEqualTo(kind.name());
        }
        assertThat(faults(check(NSP.lines().collect(Collectors.joining("\n")).replace("grant_id,", "name,"))))
                .as("a column of another name")
                .contains("1 name column-unknown");
    }

    @Test
    void everyFaultHasWordsInBothLanguages() {
        for (String wrong : List.of(
                changed(AMP, 2, "registration_id", ""),
                changed(NSP, 2, "guardian_grant_id", ID + "9"),
                changed(NSP, 2, "forms", "sexual"),
                changed(NSP, 2, "citizenship", "SY"),
                changed(NSP, 3, "rest_days", "0"),
                changed(REFLECTION, 2, "end_on", "2022-09-07"))) {
            for (String language : List.of("sv", "en")) {
                assertThat(Wording.in(language)
                                .of(check(wrong).faults().getFirst().problem()))
                        .doesNotStartWith("[")
                        .doesNotContain("{");
            }
        }
    }

    private static String changed(String file, int line, String column, String cell) {
        List<String> lines = new java.util.ArrayList<>(file.lines().toList());
        int place = List.of(lines.getFirst().split(",")).indexOf(column);
        String[] cells = lines.get(line - 1).split(",", -1);
        cells[place] = cell;
        lines.set(line - 1, String.join(",", cells));
        return String.join("\n", lines);
    }
}
