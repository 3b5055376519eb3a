package se.ledfyr.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTests {

    @ParameterizedTest
    @CsvSource({
        "adult, 2005, true",
        "adult, 2006, false",
        "child, 2005, true",
        "child, 2004, false",
        "child, 2023, true",
        "child, 2024, false",
        "unknown, 2000, false",
        "unknown, , true"
    })
    void aBirthYearMustAgreeWithTheAgeGroup(String ageGroup, Integer birthYear, boolean agrees) {
        assertThat(Facts.agrees(ageGroup, birthYear, LocalDate.of(2023, 5, 1))).isEqualTo(agrees);
    }

    @Test
    void multipleAndNotReportedAreDerivedAndNeverStored() {
        assertThatIllegalArgumentException().isThrownBy(() -> TestFacts.withForms(2022, "multiple"));
        assertThatIllegalArgumentException().isThrownBy(() -> TestFacts.withForms(2022, "labour", "not_reported"));
    }

    @Test
    void saysNothingAboutAPersonWhenPrinted() {
        assertThat(TestFacts.of(2022).toString()).doesNotContain("TH", "1990", "nord");
    }
}
