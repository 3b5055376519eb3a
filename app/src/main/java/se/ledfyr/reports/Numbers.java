package se.ledfyr.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ledfyr.statistics.Cell;
import se.ledfyr.statistics.Dimension;
import se.ledfyr.statistics.PublishedTable;

/// The cells of one year by name, as the table engine gave them.
public final class Numbers {

    private final Map<String, PublishedTable> tables;
    private final Map<CellRef, Cell> cells = new LinkedHashMap<>();
    private final Map<String, List<CellRef>> byTable = new LinkedHashMap<>();

    /// @param counted by id of the table, in printed order
    Numbers(Map<String, PublishedTable> tables, Map<String, List<Cell>> counted) {
        this.tables = tables;
        tables.forEach((id, table) -> {
            List<CellRef> refs = new ArrayList<>();
            for (Cell cell : counted.getOrDefault(id, List.of())) {
                CellRef ref = ref(table, cell);
                cells.put(ref, cell);
                refs.add(ref);
            }
            byTable.put(id, List.copyOf(refs));
        });
    }

    private static CellRef ref(PublishedTable table, Cell cell) {
        List<String> columns = table.columns();
        List<String> codes = new ArrayList<>();
        for (int i = table.yearColumns(); i < columns.size(); i++) {
            if (!columns.get(i).equals(Bindings.CASE)) {
                codes.add(cell.codes().get(i));
            }
        }
        return new CellRef(table.id(), codes, cell.unit());
    }

    /// Whether nobody has answered.
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /// The names of a table's cells, in printed order.
    public List<CellRef> of(String table) {
        return byTable.getOrDefault(table, List.of());
    }

    /// The cell; a sum where codes are added up, and a zero for a code that does not occur in a
    /// table that only prints what occurs. Nothing while nobody has answered.
    public Optional<Cell> find(CellRef ref) {
        if (of(ref.table()).isEmpty()) {
            return Optional.empty();
        }
        if (ref.isSum()) {
            return Optional.of(sum(ref));
        }
        return Optional.ofNullable(cells.get(ref)).or(() -> isAbsent(ref) ? Optional.of(zero(ref)) : Optional.empty());
    }

    private Cell sum(CellRef ref) {
        BigDecimal sum = of(ref.table()).stream()
                .filter(one -> isUnder(one, ref))
                .map(one -> Objects.requireNonNull(cells.get(one)).value())
                .flatMap(Stream::ofNullable)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Cell(ref.codes(), ref.unit(), sum, null);
    }

    /// Whether a cell is one of those that a sum adds up. The sum that a table prints itself is not.
    private static boolean isUnder(CellRef one, CellRef sum) {
        if (one.unit() != sum.unit()) {
            return false;
        }
        for (int i = 0; i < one.codes().size(); i++) {
            String asked = sum.codes().get(i);
            String code = one.codes().get(i);
            if (asked.equals(CellRef.EACH) ? code.equals(Dimension.ALL) : !asked.equals(code)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAbsent(CellRef ref) {
        PublishedTable table = Objects.requireNonNull(tables.get(ref.table()));
        return !ref.unit().isRelative()
                && Bindings.dimensions(table).stream()
                        .anyMatch(dimension -> dimension instanceof Dimension.Coded coded && coded.occurring());
    }

    private static Cell zero(CellRef ref) {
        return new Cell(ref.codes(), ref.unit(), BigDecimal.ZERO, null);
    }

    /// The codes that have the highest number where a binding asks for the largest; several where
    /// they are equal, none where everything is zero.
    ///
    /// @param aside codes that are no category among others, such as everybody who answered
    List<String> largest(Binding binding, Dimension dimension, Set<String> aside) {
        PublishedTable table = Objects.requireNonNull(tables.get(binding.cell().table()));
        int at = Bindings.dimensions(table).indexOf(dimension);
        List<CellRef> candidates = of(table.id()).stream()
                .filter(one -> isUnder(one, binding.cell()))
                .filter(one -> !aside.contains(one.codes().get(at)))
                .toList();
        BigDecimal highest = candidates.stream().map(this::value).reduce(BigDecimal.ZERO, BigDecimal::max);
        return highest.signum() == 0
                ? List.of()
                : candidates.stream()
                        .filter(one -> value(one).compareTo(highest) == 0)
                        .map(one -> one.codes().get(at))
                        .toList();
    }

    private BigDecimal value(CellRef ref) {
        return Objects.requireNonNullElse(Objects.requireNonNull(cells.get(ref)).value(), BigDecimal.ZERO);
    }
}
