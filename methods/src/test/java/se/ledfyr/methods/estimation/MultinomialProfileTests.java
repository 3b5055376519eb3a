package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against Rcapture, which takes Stirling's formula for factorials above 100: within one in a thousand.
class MultinomialProfileTests {

    static List<Reference.Row> published() {
        return Reference.rows("reference.csv").stream()
                .filter(row -> row.get("package").startsWith("Rcapture"))
                .filter(row -> row.get("ci_kind").startsWith("multinomial profile"))
                .filter(row -> row.get("method").equals("Mt profile CI")
                        || row.get("extra").contains("infoCI=0"))
                .toList();
    }

    private static MultinomialProfile profile(Reference.Row row) {
        CaptureTable table = Reference.table(row.get("dataset"));
        int lists = table.lists().size();
        Model model =
                row.get("model").equals("Mt") ? Model.mainEffects(lists) : Reference.model(lists, row.get("model"));
        return Objects.requireNonNull(MultinomialProfile.of(table, model));
    }

    @Test
    void everyTableIsThere() {
        assertThat(published()).hasSizeGreaterThanOrEqualTo(14);
    }

    @ParameterizedTest
    @MethodSource("published")
    void limitsAreAsPublished(Reference.Row row) {
        MultinomialProfile profile = profile(row);
        if (row.get("method").equals("Mt profile CI")) {
            assertThat(profile.total()).isCloseTo(row.number("estimate"), within(row.number("estimate") * 1e-3));
        }
        Interval limits = (Interval) profile.limits(row.number("ci_level"));
        assertThat(limits.lower()).isCloseTo(row.number("lower"), within(row.number("lower") * 1e-3));
        assertThat(limits.upper()).isCloseTo(row.number("upper"), within(row.number("upper") * 1e-3));
    }

    /// The twin: the whole quantile instead of half of it gives limits that are seen to be too wide.
    @Test
    void aWrongQuantileWouldBeSeen() {
        Reference.Row row = published().stream()
                .filter(any -> any.get("method").equals("Mt profile CI"))
                .findFirst()
                .orElseThrow();
        // 0.9944 is the level whose half quantile is the whole quantile of 0.95.
        Interval wide = (Interval) profile(row).limits(0.99443);
        assertThat(wide.upper()).isGreaterThan(row.number("upper") * 1.001);
    }

    @Test
    void aModelWithoutEstimateHasNoProfile() {
        assertThat(MultinomialProfile.of(Reference.table("Artificial_3"), Model.allPairs(3)))
                .isNull();
    }
}
