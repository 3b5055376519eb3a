package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Capture tables of groups that do not share a person, such as women and men, over the same lists.
///
/// @param tables the table of each group under its name; at least one, all with the same lists
public record Strata(SequencedMap<String, CaptureTable> tables) {

    public Strata {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one stratum");
        }
        List<String> lists = tables.firstEntry().getValue().lists();
        for (Map.Entry<String, CaptureTable> stratum : tables.entrySet()) {
            if (!stratum.getValue().lists().equals(lists)) {
                throw new IllegalArgumentException("stratum %s has other lists".formatted(stratum.getKey()));
            }
        }
        tables = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
    }

    /// All groups in one table, as if nothing had told them apart.
    public CaptureTable pooled() {
        long[] cells = new long[tables.firstEntry().getValue().counts().size()];
        for (CaptureTable table : tables.values()) {
            for (Captured row : table.histories()) {
                cells[row.history()] += row.count();
            }
        }
        List<Captured> rows = new ArrayList<>();
        for (int history = 1; history < cells.length; history++) {
            if (cells[history] > 0) {
                rows.add(new Captured(history, cells[history]));
            }
        }
        return CaptureTable.of(tables.firstEntry().getValue().lists(), rows);
    }
}
