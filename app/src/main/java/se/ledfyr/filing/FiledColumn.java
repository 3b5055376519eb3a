package se.ledfyr.filing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One column of a file and of the table that keeps it.
///
/// @param field its name in files and in the history of corrections
/// @param column its name in the table
/// @param kept for what the table keeps in no column of its own: the function that reads it out of a column, `%s` in
///     place of the record; null for a column
public record FiledColumn(
        String field,
        String column,
        ColumnType type,
        @Nullable String kept) {

    /// A function of a column and a name: nothing else can be declared, because it becomes part of statements.
    private static final Pattern READ_OUT =
            Pattern.compile("[a-z_]+\\.[a-z_]+\\(%s\\.[a-z_]+, '[a-z_]+'\\)(::(int|boolean|uuid))?");

    public FiledColumn {
        FiledTable.requireName(column);
        FiledTable.requireName(field);
        if (kept != null && !READ_OUT.matcher(kept).matches()) {
            throw new IllegalArgumentException("No way to read a column: " + kept);
        }
    }

    /// A column of the table.
    public FiledColumn(String field, String column, ColumnType type) {
        this(field, column, type, null);
    }

    /// A column that is called the same in both.
    public static FiledColumn of(String name, ColumnType type) {
        return new FiledColumn(name, name, type);
    }

    /// A column of codes, texts and the like.
    public static FiledColumn text(String name) {
        return of(name, ColumnType.TEXT);
    }

    /// What a record says, as an expression.
    ///
    /// @param record the alias of the table
    public String in(String record) {
        return kept == null ? record + "." + column : kept.formatted(record);
    }

    /// The value of a record as text, as the history keeps it and corrections show it; lists in the order of their
    /// codes.
    String recordAsText(String record) {
        return asText(in(record));
    }

    /// The value of a row of the file as text.
    String rowAsText(String row) {
        return asText(row + "." + column);
    }

    private String asText(String value) {
        return switch (type) {
            case TEXT -> value;
            case TEXTS -> "nullif(array_to_string(array(select unnest(%s) order by 1), ';'), '')".formatted(value);
            case ID, DAY, WHOLE, TRUTH -> "(" + value + ")::text";
        };
    }
}
