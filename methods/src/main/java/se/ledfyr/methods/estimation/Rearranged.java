package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// The same people under other lists. Nothing where too few lists or nobody would be left.
final class Rearranged {

    private Rearranged() {}

    /// Without one list; who stood on no other is gone.
    static Optional<CaptureTable> without(CaptureTable table, int list) {
        return of(names(table, list), table, history -> dropped(history, list));
    }

    /// Two lists as one, in the place of the first.
    static Optional<CaptureTable> merged(CaptureTable table, int first, int second) {
        List<String> names = names(table, second);
        int place = first < second ? first : first - 1;
        names.set(place, table.lists().get(first) + "+" + table.lists().get(second));
        return of(names, table, history -> dropped(history | (history >> second & 1) << first, second));
    }

    /// The people on one list, as the other lists see them.
    static Optional<CaptureTable> within(CaptureTable table, int list) {
        return of(names(table, list), table, history -> (history >> list & 1) == 1 ? dropped(history, list) : 0);
    }

    private static List<String> names(CaptureTable table, int without) {
        List<String> names = new ArrayList<>(table.lists());
        names.remove(without);
        return names;
    }

    private static int dropped(int history, int list) {
        int below = history & ((1 << list) - 1);
        return below | history >> (list + 1) << list;
    }

    /// @param moved the new history of each; 0 for those who are gone
    private static Optional<CaptureTable> of(List<String> names, CaptureTable table, IntUnaryOperator moved) {
        if (names.size() < CaptureTable.FEWEST_LISTS) {
            return Optional.empty();
        }
        long[] cells = new long[1 << names.size()];
        for (Captured row : table.histories()) {
            cells[moved.applyAsInt(row.history())] += row.count();
        }
        return table(names, cells);
    }

    /// One person on exactly these two lists becomes one on each, or the other way about.
    ///
    /// @param link -1 for a link that goes, 1 for one that comes
    static Optional<CaptureTable> relinked(CaptureTable table, int pair, int link) {
        long[] cells = table.counts().copyOfCells();
        cells[pair] += link;
        cells[Integer.lowestOneBit(pair)] -= link;
        cells[Integer.highestOneBit(pair)] -= link;
        boolean possible = IntStream.range(1, cells.length).allMatch(history -> cells[history] >= 0);
        return possible ? table(table.lists(), cells) : Optional.empty();
    }

    private static Optional<CaptureTable> table(List<String> names, long[] cells) {
        List<Captured> rows = IntStream.range(1, cells.length)
                .filter(history -> cells[history] > 0)
                .mapToObj(history -> new Captured(history, cells[history]))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(CaptureTable.of(names, rows));
    }
}
