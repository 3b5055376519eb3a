package se.ledfyr.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of the report, with its drawing where there is one.
///
/// @param number its place among the report's tables and figures, 1 or more
/// @param population who is counted
/// @param unit what its numbers count, in words
/// @param columns what stands across
/// @param notes what a reader must know of this table and of no other
/// @param chart null where nothing is drawn
public record ExhibitView(
        String id,
        int number,
        String title,
        String population,
        String unit,
        String rowTitle,
        List<String> columns,
        List<Row> rows,
        List<String> notes,
        String table,
        @Nullable Chart chart) {

    public ExhibitView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /// @param cells one for each column; a number and its share can stand in one
    /// @param aside whether it is no category among the others
    public record Row(String label, boolean aside, List<List<Shown>> cells) {

        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /// Every number that tells of few people, with the line it stands in.
    public List<Small> small() {
        return rows.stream()
                .flatMap(row -> java.util.stream.IntStream.range(0, row.cells().size())
                        .boxed()
                        .flatMap(at -> row.cells().get(at).stream()
                                .filter(shown -> !shown.few().isEmpty())
                                .map(shown -> new Small(row.label(), columns.get(at), shown))))
                .toList();
    }

    /// @param line where it stands
    /// @param column where it stands
    public record Small(String line, String column, Shown number) {}
}
