package se.ledfyr.casework.web;

import java.util.EnumMap;
import java.util.Map;

/// One row of a grid as it was written.
///
/// Public for the templates alone.
///
/// @param number 1 or more; what the reader sees in front of the row
public record GridRow(int number, Map<GridColumn, String> cells) {

    public GridRow {
        cells = Map.copyOf(cells);
    }

    static GridRow empty(int number) {
        return new GridRow(number, Map.of());
    }

    static GridRow read(FormValues values, int number) {
        Map<GridColumn, String> cells = new EnumMap<>(GridColumn.class);
        for (GridColumn column : GridColumn.values()) {
            cells.put(column, String.join(", ", values.all(id(number, column))));
        }
        return new GridRow(number, cells);
    }

    /// What stands in a cell; empty when nothing does.
    public String cell(GridColumn column) {
        return cells.getOrDefault(column, "");
    }

    /// Name and id of a cell's field.
    public String id(GridColumn column) {
        return id(number, column);
    }

    static String id(int number, GridColumn column) {
        return "r" + number + "-" + column.field();
    }

    boolean isEmpty() {
        return cells.values().stream().allMatch(String::isEmpty);
    }

    /// The row with every lone quotation mark replaced by what stands above.
    GridRow repeating(GridRow above) {
        Map<GridColumn, String> repeated = new EnumMap<>(GridColumn.class);
        for (GridColumn column : GridColumn.values()) {
            repeated.put(column, repeats(column) ? above.cell(column) : cell(column));
        }
        return new GridRow(number, repeated);
    }

    private boolean repeats(GridColumn column) {
        return column.mayRepeat() && (cell(column).equals("\"") || cell(column).equals("”"));
    }

    /// Never what stands in it.
    @Override
    public String toString() {
        return "GridRow[" + number + "]";
    }
}
