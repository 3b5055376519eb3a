package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A table of ours beside the reference: all of its cells as they were computed elsewhere, and those that were printed.
final class ReferenceCells {

    private ReferenceCells() {}

    static void assertEqualsTheOneComputedElsewhere(Register register, String id) {
        List<Row> expected = Register.reference("expected_full/" + id + ".csv");

        assertThat(Register.lines(id, register.national(id)))
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(row -> String.join(",", row.values()))
                        .toList());
        assertThat(expected.getFirst().columns()).containsExactlyElementsOf(TidyCsv.header(register.table(id)));
    }

    /// Nothing for a table of which nothing was printed.
    static void assertEveryPrintedCellIsMet(Register register, String id) {
        if (ReferenceCells.class.getResource("/reference/expected/" + id + ".csv") == null) {
            return;
        }
        Map<String, BigDecimal> ours = register.national(id).stream()
                .collect(Collectors.toMap(
                        cell -> cell.codes() + cell.unit().inFiles(),
                        cell -> new BigDecimal(cell.printed().isEmpty() ? "0" : cell.printed())));

        assertThat(Register.reference("expected/" + id + ".csv")).isNotEmpty().allSatisfy(row -> {
            List<String> codes =
                    register.table(id).columns().stream().map(row::get).toList();
            assertMet(row, Objects.requireNonNull(ours.get(codes + row.get("unit"))));
        });
    }

    private static void assertMet(Row row, BigDecimal ours) {
        BigDecimal expected = new BigDecimal(row.get("value"));
        String compare = row.get("compare");
        switch (compare.charAt(0)) {
            case '=' -> assertThat(ours).isEqualByComparingTo(expected);
            case '>' -> assertThat(ours).isGreaterThan(expected);
            case '<' -> assertThat(ours).isLessThan(expected);
            case '~' ->
                assertThat(ours.subtract(expected).abs()).isLessThanOrEqualTo(new BigDecimal(compare.substring(1)));
            default -> throw new AssertionError("No such comparison: " + compare);
        }
    }
}
