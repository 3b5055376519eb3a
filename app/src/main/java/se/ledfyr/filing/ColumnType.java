package se.ledfyr.filing;

/// What a column holds.
public enum ColumnType {
    ID("uuid"),
    DAY("date"),
    TEXT("text"),
    /// A set of codes; never null.
    TEXTS("text[]"),
    WHOLE("int"),
    TRUTH("boolean");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
