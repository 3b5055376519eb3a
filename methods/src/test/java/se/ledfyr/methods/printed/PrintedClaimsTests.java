package se.ledfyr.methods.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The contradictions and doubts that a careful reader found in five published reports, and as a twin
/// those statements of the same reports that hold: a check that found fault with everything would fail
/// there.
class PrintedClaimsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 Adults from outside the EU ; 82.2 % ; = 135/286 ; 47.2",
                "2 The same without the group case ; 71.6 % ; = (235-30)/(286-30) ; 80.1",
                "3 Needs per adult ; 2.65 ; same 2.5 ; 2.5",
                "4 Convictions without the group case ; 4.8 % ; = (35-30)/(143-30) ; 4.4",
                "5 Adults with children ; 80 ; same 31 ; 31",
                "6 Members identify most, coordinators the others ; 87 ; largest 87, 128 ; 128",
                "7 Adults 2023, text and table ; 374 ; = 234+139+2+4 ; 379",
                "8 Adults 2022, text and table ; 276 ; = 192+116+2+11 ; 321",
                "9 Fall of sexual purposes ; -29 % ; change 249 -> 174 ; -30",
                "10 Table 3 of 2022 ; 30 ; = 13+13+2+5 ; 33",
                "11 Women, sexual exploitation ; 72 % ; = 24/33 ; 73",
                "12 Women, several forms ; 16 % ; = 5/33 ; 15"
            })
    void theTwelveConflictsAreFound(String line) {
        assertFinding(line, Verdict.CONFLICTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13 Housing needs covered by both ; 85.4 % ; not 764/895 ; 85.4",
                "14 Identified at joint inspections ; 130 ; part of 130 ; 130",
                "15 More and more adult men ; rising ; rises 142 -> 116 ; 142 -> 116",
                "16 Less common forms increase ; rising ; rises 80 -> 54 ; 80 -> 54",
                "17 The last three years ; 3 ; years 2022-2025 ; 4",
                "18 How it most often began ; a stranger ; same a relative, partner or relation ; a relative, partner or relation",
                "19 Children whose parents are exposed ; a majority ; same some ; some",
                "20 Age of the girl ; 17 ; perhaps 16 ; 16"
            })
    void theEightDoubtsAreFound(String line) {
        assertFinding(line, Verdict.DOUBTFUL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Table 1, 2021 ; 490 ; = 249+145+10+34+0+8+0+1+27+0+16 ; 490",
                "Table 2, 2023 ; 414 ; = 234+139+2+4+13+21+1 ; 414",
                "Table 3, 2023 ; 61 ; = 21+33+2+5 ; 61",
                "Women, labour ; 12 % ; = 4/33 ; 12",
                "Men, labour ; 80 % ; = 8/10 ; 80",
                "Outside the EU, corrected ; 82.2 % ; = 235/286 ; 82.2",
                "Fall of sexual purposes, corrected ; -30.1 % ; change 249 -> 174 ; -30.1",
                "Europeans from the EU ; 69,9 % ; = (286-235)/73 ; 69.9",
                "Needs per child ; 3.8 ; = 235/62 ; 3.8",
                "Legal status ; 32.2 % ; = 46/143 ; 32.2",
                "No public support ; 82.7 % ; same 83 % ; 83 %",
                "Cases through coordinators ; 7 ; part of 10 ; 10",
                "Labour first ; 189 ; largest 189, 182 ; 189",
                "Total between years ; rising ; rises 375 -> 414 ; 375 -> 414",
                "Four years ; 4 ; years 2022-2025 ; 4",
                "A share of its own ; 50 % ; not 764/895 ; 85"
            })
    void whatHoldsIsLeftAlone(String line) {
        assertFinding(line, Verdict.AGREES);
    }

    @Test
    void totalsAndSharesOfATableAreChecked() {
        PrintedTable table = new PrintedTable(
                List.of("year", "age_group", "sex"),
                List.of(
                        cell(13, "2022", "adult", "female"),
                        cell(13, "2022", "adult", "male"),
                        cell(2, "2022", "child", "female"),
                        cell(5, "2022", "child", "male"),
                        cell(30, "2022", "all", "all")));

        assertThat(table.claims())
                .extracting(Claim::check)
                .extracting(finding -> finding.claim().what() + ": " + finding.verdict() + " " + finding.computed())
                .containsExactly("2022, all, all: CONFLICTS 33");
    }

    @Test
    void percentagesAreCheckedAgainstTheNumbersBesideThem() {
        PrintedTable table = new PrintedTable(
                List.of("sex", "form"),
                List.of(
                        cell(24, "female", "sexual"),
                        cell(4, "female", "labour"),
                        cell(5, "female", "multiple"),
                        cell(33, "female", "all"),
                        new PrintedCell(List.of("female", "sexual"), "percent", new BigDecimal("72")),
                        new PrintedCell(List.of("female", "labour"), "percent", new BigDecimal("12"))));

        assertThat(table.claims())
                .extracting(Claim::check)
                .extracting(Finding::verdict)
                .containsExactly(Verdict.AGREES, Verdict.CONFLICTS, Verdict.AGREES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no rule ; 1 ; whatever 2",
                "1 ; = 2",
                "x ; 1 ; = 1/0",
                "x ; 1 ; = (1",
                "x ; words ; = 1",
                "x ; 1 ; = 1;1"
            })
    void whatCannotBeComputedIsRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Claim.parse(line).check());
    }

    private static void assertFinding(String line, Verdict verdict) {
        int end = line.lastIndexOf(';');
        Finding finding = Claim.parse(line.substring(0, end).strip()).check();
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.computed()).isEqualTo(line.substring(end + 1).strip());
    }

    private static PrintedCell cell(int value, String... codes) {
        return new PrintedCell(List.of(codes), "persons", BigDecimal.valueOf(value));
    }
}
