package se.ledfyr.methods.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A printed table, one number a line, whose totals and percentages can be checked against its other
/// cells.
///
/// @param columns names of what leads to a number
public record PrintedTable(List<String> columns, List<PrintedCell> cells) {

    /// The code of a total.
    public static final String ALL = "all";

    private static final String PERCENT = "percent";

    public PrintedTable {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
        for (PrintedCell cell : cells) {
            if (cell.codes().size() != columns.size()) {
                throw new IllegalArgumentException("every cell has a code for every column");
            }
        }
    }

    /// Every total as the claim that the cells it sums up add to it, and every percentage as the claim
    /// that it is the share of its cell among those of its last column.
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (PrintedCell cell : cells) {
            Set<Integer> totals = IntStream.range(0, columns.size())
                    .filter(i -> cell.codes().get(i).equals(ALL))
                    .boxed()
                    .collect(Collectors.toSet());
            if (!totals.isEmpty()) {
                sum(cell, totals, claims);
            }
            if (totals.size() > 1) {
                totals.forEach(column -> sum(cell, Set.of(column), claims));
            }
            if (cell.unit().equals(PERCENT)) {
                share(cell, claims);
            }
        }
        return claims;
    }

    private void sum(PrintedCell total, Set<Integer> over, List<Claim> claims) {
        List<PrintedCell> parts = cells.stream()
                .filter(cell -> cell.unit().equals(total.unit()) && !cell.unit().equals(PERCENT))
                .filter(cell -> isBeside(cell, total, over)
                        && over.stream()
                                .noneMatch(column -> cell.codes().get(column).equals(ALL)))
                .toList();
        if (!parts.isEmpty()) {
            claims.add(new Claim(name(total), plain(total.value()), Claim.Rule.EQUALS, added(parts)));
        }
    }

    private void share(PrintedCell percent, List<Claim> claims) {
        int last = columns.size() - 1;
        Map<String, List<PrintedCell>> counts = cells.stream()
                .filter(cell -> !cell.unit().equals(PERCENT) && isBeside(cell, percent, Set.of(last)))
                .collect(Collectors.groupingBy(PrintedCell::unit, LinkedHashMap::new, Collectors.toList()));
        counts.values().stream()
                .limit(1)
                .forEach(beside -> beside.stream()
                        .filter(cell -> cell.codes().equals(percent.codes()))
                        .findFirst()
                        .ifPresent(own -> claims.add(new Claim(
                                name(percent),
                                plain(percent.value()) + " %",
                                Claim.Rule.EQUALS,
                                plain(own.value()) + "/(" + added(withoutTotal(beside, last)) + ")"))));
    }

    private static List<PrintedCell> withoutTotal(List<PrintedCell> beside, int column) {
        return beside.stream()
                .filter(cell -> !cell.codes().get(column).equals(ALL))
                .toList();
    }

    private boolean isBeside(PrintedCell one, PrintedCell other, Set<Integer> but) {
        return IntStream.range(0, columns.size())
                .filter(i -> !but.contains(i))
                .allMatch(i -> one.codes().get(i).equals(other.codes().get(i)));
    }

    private static String added(List<PrintedCell> parts) {
        return parts.stream().map(part -> plain(part.value())).collect(Collectors.joining("+"));
    }

    private static String name(PrintedCell cell) {
        return String.join(", ", cell.codes());
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
