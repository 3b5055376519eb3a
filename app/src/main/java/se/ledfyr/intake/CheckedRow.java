package se.ledfyr.intake;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    private @Nullable Object value(String column) {
        return values[kind.placeOf(column)];
    }
}
