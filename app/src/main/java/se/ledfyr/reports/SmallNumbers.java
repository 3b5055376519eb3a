package se.ledfyr.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ledfyr.statistics.Cell;
import se.ledfyr.statistics.Dimension;
import se.ledfyr.statistics.PublishedTable;
import se.ledfyr.statistics.Unit;

/// Which numbers tell of fewer people than a limit, by themselves or by what can be worked out from
/// them.
///
/// It is for whoever publishes, to look at before release control does. Nothing is taken away.
public final class SmallNumbers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Plan plan;
    private final Numbers numbers;
    private final Optional<Numbers> withCase;
    private final BigDecimal limit;
    private final Map<CellRef, Set<Few>> found = new LinkedHashMap<>();

    private SmallNumbers(Plan plan, Numbers numbers, Optional<Numbers> withCase, int limit) {
        this.plan = plan;
        this.numbers = numbers;
        this.withCase = withCase;
        this.limit = BigDecimal.valueOf(limit);
    }

    /// @param withCase the same numbers with the group case that was left out
    /// @param limit what is at least 1 and below this is small
    static SmallNumbers of(
            Plan plan, Map<String, PublishedTable> tables, Numbers numbers, Optional<Numbers> withCase, int limit) {
        SmallNumbers small = new SmallNumbers(plan, numbers, withCase, limit);
        tables.values().forEach(small::look);
        return small;
    }

    /// Why the number is small; empty where it is not. Sums of the report itself are looked at like
    /// any other number.
    public Set<Few> why(CellRef ref) {
        if (ref.isSum()) {
            return numbers.find(ref).filter(cell -> isFew(cell.value())).isPresent()
                    ? EnumSet.of(Few.COUNT)
                    : EnumSet.noneOf(Few.class);
        }
        return found.getOrDefault(ref, EnumSet.noneOf(Few.class));
    }

    private void look(PublishedTable table) {
        for (CellRef ref : numbers.of(table.id())) {
            Cell cell = numbers.find(ref).orElseThrow();
            BigDecimal value = cell.value();
            if (ref.unit() == Unit.COUNTRIES || value == null) {
                continue;
            }
            if (ref.unit().isRelative()) {
                share(ref, cell, value);
            } else {
                note(ref, Few.COUNT, isFew(value));
                whole(table, ref).ifPresent(whole -> note(ref, Few.REST, isFew(whole.subtract(value))));
                withCase.flatMap(all -> all.find(ref))
                        .map(Cell::value)
                        .ifPresent(all -> note(ref, Few.DIFFERENCE, isFew(all.subtract(value))));
            }
        }
    }

    private void share(CellRef ref, Cell cell, BigDecimal value) {
        BigDecimal base = cell.base();
        if (base == null) {
            return;
        }
        note(ref, Few.BASE, isFew(base));
        if (ref.unit() == Unit.SHARE) {
            BigDecimal part = value.multiply(base).divide(HUNDRED, 0, RoundingMode.HALF_UP);
            note(ref, Few.SHARE, isFew(part));
            note(ref, Few.REST, isFew(base.subtract(part)));
        }
    }

    /// The count that this one is a part of, where the plan says which of the table's codes that is.
    private Optional<BigDecimal> whole(PublishedTable table, CellRef ref) {
        List<Dimension> dimensions = Bindings.dimensions(table);
        Optional<String> whole = plan.wholeOf(table.id()).code();
        for (int i = 0; i < dimensions.size() && whole.isPresent(); i++) {
            if (dimensions.get(i) instanceof Dimension.Members several
                    && several.members().stream()
                            .anyMatch(member -> member.code().equals(whole.get()))) {
                List<String> codes = new ArrayList<>(ref.codes());
                codes.set(i, whole.get());
                CellRef other = new CellRef(ref.table(), codes, ref.unit());
                return other.equals(ref)
                        ? Optional.empty()
                        : numbers.find(other).map(Cell::value);
            }
        }
        return Optional.empty();
    }

    private void note(CellRef ref, Few why, boolean is) {
        if (is) {
            found.computeIfAbsent(ref, one -> EnumSet.noneOf(Few.class)).add(why);
        }
    }

    private boolean isFew(@org.jspecify.annotations.Nullable BigDecimal people) {
        return people != null && people.signum() > 0 && people.compareTo(limit) < 0;
    }
}
