package se.ledfyr.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.ledfyr.casework.FiledRegistration;

class ReferenceFileTests {

    @Test
    void referenceFileKeepsEveryRule() throws IOException {
        byte[] content;
        try (InputStream in = Objects.requireNonNull(
                ReferenceFileTests.class.getResourceAsStream("/reference/coordinator_registrations.csv"))) {
            content = in.readAllBytes();
        }
        Verdict verdict = SampleFiles.check(content);

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.records()).isEqualTo(1_279);
        List<FiledRegistration> rows = new ArrayList<>(SampleFiles.read(SampleFiles.file(content)));
        assertThat(rows).hasSize(1_279);
        assertThat(rows.stream()
                        .filter(row -> "BÄR-NORD-2023".equals(row.facts().event()))
                        .filter(row -> "TH".equals(row.facts().citizenship())))
                .hasSize(42);
    }
}
