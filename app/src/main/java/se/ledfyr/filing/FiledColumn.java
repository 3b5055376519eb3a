package se.ledfyr.filing;

/// One column of a file and of the table that keeps it.
///
/// @param field its name in files and in the history of corrections
/// @param column its name in the table
public record FiledColumn(String field, String column, ColumnType type) {

    public FiledColumn {
        FiledTable.requireName(column);
        FiledTable.requireName(field);
    }

    /// A column that is called the same in both.
    public static FiledColumn of(String name, ColumnType type) {
        return new FiledColumn(name, name, type);
    }

    /// A column of codes, texts and the like.
    public static FiledColumn text(String name) {
        return of(name, ColumnType.TEXT);
    }

    /// The value as text, as the history keeps it and corrections show it; lists in the order of their codes.
    String asText(String alias) {
        String value = alias + "." + column;
        return switch (type) {
            case TEXT -> value;
            case TEXTS -> "nullif(array_to_string(array(select unnest(%s) order by 1), ';'), '')".formatted(value);
            case ID, DAY, WHOLE, TRUTH -> value + "::text";
        };
    }
}
