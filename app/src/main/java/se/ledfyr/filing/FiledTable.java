package se.ledfyr.filing;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the rows of a kind of file are kept, declared as data.
///
/// Besides its own columns the table has `id`, `organisation`, `person_id`, `version`, `created_at`, `created_by`
/// and `changed_at`; its history has `organisation`, the id of the record, `version`, `kind`, `field`, `old_value`,
/// `new_value`, `reason`, `changed_at` and `changed_by`.
///
/// @param id column of the file with the id of a record
/// @param name schema and table
/// @param history schema and table with what records said before
/// @param historyId the history's column with the id of the record
/// @param standIns other ids for records whose own belong to somebody sealed
/// @param steering columns of the file that are not kept: they say where a row belongs
public record FiledTable(
        String id,
        String name,
        String history,
        String historyId,
        StandIns standIns,
        List<FiledColumn> columns,
        List<FiledColumn> steering) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*(\\.[a-z][a-z_]*)?");

    public FiledTable {
        columns = List.copyOf(columns);
        steering = List.copyOf(steering);
        List.of(id, name, history, historyId).forEach(FiledTable::requireName);
    }

    /// A table that keeps every column of its file.
    public FiledTable(
            String id, String name, String history, String historyId, StandIns standIns, List<FiledColumn> columns) {
        this(id, name, history, historyId, standIns, columns, List.of());
    }

    /// The columns of the file, in the order of a row's values: those that are kept, then those that steer.
    public List<FiledColumn> filed() {
        return Stream.concat(columns.stream(), steering.stream()).toList();
    }

    /// Ids of a file that belong to people who are sealed to whoever brings it, with the ids that stand in for them.
    ///
    /// @param table schema and table with `organisation`, `filed_id` and the id that stands in
    /// @param column the table's column with the id that stands in
    /// @param function makes what stands in for those of the given ids that are taken by what is hidden; answers
    ///     nothing
    public record StandIns(String table, String column, String function) {
        public StandIns {
            List.of(table, column, function).forEach(FiledTable::requireName);
        }
    }

    /// Place of a column of the file among the values of a row; -1 when there is none.
    public int placeOf(String field) {
        return filed().stream().map(FiledColumn::field).toList().indexOf(field);
    }

    /// Names become part of statements, so nothing else than names can be declared.
    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of a table or column: " + name);
        }
    }

    /// What `write` makes of each column, one after another.
    String each(String separator, Function<FiledColumn, String> write) {
        return columns.stream().map(write).collect(Collectors.joining(separator));
    }

    String names() {
        return each(", ", FiledColumn::column);
    }

    /// Columns that are compared as they stand; sets are compared both ways instead.
    List<FiledColumn> plain() {
        return columns.stream()
                .filter(column -> column.type() != ColumnType.TEXTS)
                .toList();
    }

    List<FiledColumn> sets() {
        return columns.stream()
                .filter(column -> column.type() == ColumnType.TEXTS)
                .toList();
    }
}
