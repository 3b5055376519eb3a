package se.ledfyr.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where each column of a kind of file stands in this file.
///
/// @param count how many cells every record must have
/// @param columns the column at each place; null where the header names none
/// @param complete whether every column is there exactly once and nothing else
record Header(RecordKind kind, int count, List<@Nullable Column> columns, boolean complete) {

    String nameAt(int place) {
        Column column = columnAt(place);
        return column == null ? Fault.RECORD : column.name();
    }

    @Nullable
    Column columnAt(int place) {
        return place >= 0 && place < columns.size() ? columns.get(place) : null;
    }
}
