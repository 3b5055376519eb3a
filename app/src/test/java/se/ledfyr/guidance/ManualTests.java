package se.ledfyr.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManualTests {

    private final Manual manual = new Manual();

    @ParameterizedTest
    @CsvSource({"2016-01-01, 5", "2023-01-31, 5", "2023-02-01, 6", "2026-06-01, 6"})
    void theManualHasTheStepsOfItsDay(LocalDate day, int steps) {
        assertThat(manual.on(day).steps()).hasSize(steps);
    }

    @Test
    void beforeTheFirstEditionThereIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> manual.on(LocalDate.of(2015, 12, 31)));
    }

    @Test
    void everyStepHasAdviceForEverybodyAndChildrenGetMore() {
        assertThat(manual.list())
                .flatExtracting(Edition::steps)
                .allSatisfy(step -> assertThat(step.actions(false)).isNotEmpty())
                .allSatisfy(step -> assertThat(step.actions(true)).containsAll(step.actions(false)));
        assertThat(manual.list().getLast().steps())
                .allSatisfy(step -> assertThat(step.actions(true).size())
                        .isGreaterThan(step.actions(false).size()));
    }

    /// What was marked in an old plan can go along.
    @Test
    void actionsKeepTheirNamesFromEditionToEdition() {
        assertThat(names(manual.list().getLast()))
                .containsAll(names(manual.list().getFirst()));
    }

    @Test
    void aFileThatIsWrongIsRefusedByName() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> EditionReader.read("manual-x.yaml", "id: manual-x\nvalid_from: 2030-01-01\n"))
                .withMessageContaining("manual-x.yaml");
        assertThatExceptionOfType(IllegalStateException.class)
                .as("an action twice")
                .isThrownBy(() -> EditionReader.read("manual-y.yaml", """
                        id: manual-y
                        valid_from: 2030-01-01
                        title: {sv: a, en: a}
                        source: {sv: a, en: a}
                        steps:
                          - id: one
                            title: {sv: a, en: a}
                            about: {sv: a, en: a}
                            actions:
                              - {id: same, sv: a, en: a}
                              - {id: same, sv: b, en: b}
                        """))
                .withMessageContaining("twice");
    }

    private static java.util.Set<String> names(Edition edition) {
        return edition.steps().stream()
                .flatMap(step -> step.actions().stream())
                .map(Advice::id)
                .collect(Collectors.toSet());
    }
}
