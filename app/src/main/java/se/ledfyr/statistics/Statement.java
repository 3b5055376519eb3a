package se.ledfyr.statistics;

import java.util.ArrayList;
import java.util.List;

/// A statement in the making: text from names that are ours, values as binds, in the order in which they stand.
final class Statement {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> binds = new ArrayList<>();

    Statement add(String part, Object... values) {
        text.append(part);
        binds.addAll(List.of(values));
        return this;
    }

    /// The text with `?` where a bind belongs.
    String sql() {
        return text.toString();
    }

    Object[] binds() {
        return binds.toArray();
    }
}
