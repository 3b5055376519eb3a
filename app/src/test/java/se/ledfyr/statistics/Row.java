package se.ledfyr.statistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One line of a file, by column name.
record Row(Map<String, String> cells) {

    Row {
        cells = new LinkedHashMap<>(cells);
    }

    String get(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }

    /// The same line with one cell changed.
    Row with(String column, String value) {
        Map<String, String> changed = new LinkedHashMap<>(cells);
        changed.put(column, value);
        return new Row(changed);
    }

    List<String> columns() {
        return List.copyOf(cells.keySet());
    }

    Collection<String> values() {
        return cells.values();
    }
}
