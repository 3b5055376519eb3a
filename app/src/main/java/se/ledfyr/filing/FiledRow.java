package se.ledfyr.filing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One record as a file tells it, checked but not yet taken.
///
/// @param line where it starts in the file; the header is line 1
/// @param values one for each column of the kind's table: text, days, numbers, truth, ids and sets of codes
public record FiledRow(long line, UUID id, List<@Nullable Object> values) {

    public FiledRow {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /// The same record with nothing in one place.
    public FiledRow without(int place) {
        List<@Nullable Object> fewer = new ArrayList<>(values);
        fewer.set(place, null);
        return new FiledRow(line, id, fewer);
    }

    /// Facts about a person stay out of logs.
    @Override
    public String toString() {
        return "FiledRow[line=%d]".formatted(line);
    }
}
