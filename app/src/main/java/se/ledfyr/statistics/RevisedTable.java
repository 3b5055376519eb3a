package se.ledfyr.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A table some of whose cells differ from what they were when the year was closed.
public record RevisedTable(PublishedTable table, List<Change> changes) {

    public RevisedTable {
        changes = List.copyOf(changes);
    }

    /// One cell that differs.
    ///
    /// @param codes of the dimensions after the year
    /// @param then null when there was no number, or the cell was not printed
    /// @param now null when there is no number, or the cell is no longer printed
    public record Change(
            List<String> codes,
            Unit unit,
            @Nullable BigDecimal then,
            @Nullable BigDecimal now) {

        public Change {
            codes = List.copyOf(codes);
        }
    }

    static List<Change> changes(PublishedTable table, Map<CellKey, @Nullable BigDecimal> then, List<Cell> cells) {
        Map<CellKey, @Nullable BigDecimal> now = new HashMap<>();
        Set<CellKey> all = new LinkedHashSet<>();
        for (Cell cell : cells) {
            CellKey key = CellKey.of(table, cell);
            now.put(key, cell.value());
            all.add(key);
        }
        all.addAll(then.keySet());
        List<Change> changes = new ArrayList<>();
        for (CellKey key : all) {
            if (!same(then.get(key), now.get(key))) {
                changes.add(new Change(key.split(), key.unit(), then.get(key), now.get(key)));
            }
        }
        return changes;
    }

    /// By number, not by scale: 6 and 6.0 are the same.
    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
