package se.ledfyr.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.filing.ColumnType;
import se.ledfyr.filing.FiledColumn;
import se.ledfyr.filing.FiledRow;
import se.ledfyr.filing.FiledTable;

/// A record whose cells have been read, with their values by column. A cell that was wrong or absent has none.
final class CheckedRow {

    private final RecordKind kind;
    private final long line;
    private final @Nullable Object[] values;
    private final boolean[] right;

    CheckedRow(RecordKind kind, long line) {
        this.kind = kind;
        this.line = line;
        this.values = new @Nullable Object[kind.columns().size()];
        this.right = new boolean[values.length];
    }

    void put(int column, @Nullable Object value) {
        values[column] = value;
        right[column] = true;
    }

    void putWrong(String column) {
        right[kind.placeOf(column)] = false;
    }

    boolean isRight(String column) {
        return right[kind.placeOf(column)];
    }

    boolean isRight() {
        for (boolean each : right) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    long line() {
        return line;
    }

    Optional<String> find(String column) {
        return Optional.ofNullable((String) value(column));
    }

    String text(String column) {
        return find(column).orElseThrow();
    }

    @Nullable
    String textOrNull(String column) {
        return (String) value(column);
    }

    @Nullable
    Integer numberOrNull(String column) {
        return (Integer) value(column);
    }

    int number(String column) {
        return Optional.ofNullable(numberOrNull(column)).orElseThrow();
    }

    boolean truth(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    @Nullable
    LocalDate dayOrNull(String column) {
        return (LocalDate) value(column);
    }

    LocalDate day(String column) {
        return Optional.ofNullable(dayOrNull(column)).orElseThrow();
    }

    UUID id(String column) {
        return Optional.ofNullable((UUID) value(column)).orElseThrow();
    }

    @SuppressWarnings("unchecked") // the parser makes sorted sets of text for such columns
    SortedSet<String> set(String column) {
        Object found = value(column);
        return found == null ? Collections.emptySortedSet() : (SortedSet<String>) found;
    }

    boolean isFilled(String column) {
        return !textOf(column).isEmpty();
    }

    /// The value as codes are written in rules: nothing for an empty cell, `true`, one code.
    String textOf(String column) {
        Object found = value(column);
        if (found instanceof SortedSet<?> codes) {
            return codes.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(";"));
        }
        return found == null ? "" : found.toString();
    }

    @Nullable
    UUID idOrNull(String column) {
        return (UUID) value(column);
    }

    /// What goes into the table that keeps such records: the values of its columns, with no null in place of a set.
    FiledRow filed(FiledTable table) {
        List<@Nullable Object> filed = new ArrayList<>(table.filed().size());
        for (FiledColumn column : table.filed()) {
            filed.add(column.type() == ColumnType.TEXTS ? set(column.field()) : value(column.field()));
        }
        return new FiledRow(line, id(table.id()), filed);
    }

    private @Nullable Object value(String column) {
        return values[kind.placeOf(column)];
    }
}
