package se.ledfyr.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The files that the published tables were made from keep every rule.
class ReferenceFileTests {

    @ParameterizedTest
    @CsvSource({
        "coordinator_registrations, 1279",
        "amp_grants, 152",
        "nsp_grants, 159",
        "reflection_periods, 42",
        "civil_adults_2025, 358",
        "civil_children_2025, 62"
    })
    void referenceFileKeepsEveryRule(String kind, long records) throws IOException {
        Verdict verdict = SampleFiles.check(content(kind));

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.records()).isEqualTo(records);
    }

    static byte[] content(String kind) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReferenceFileTests.class.getResourceAsStream("/reference/" + kind + ".csv"))) {
            return in.readAllBytes();
        }
    }
}
