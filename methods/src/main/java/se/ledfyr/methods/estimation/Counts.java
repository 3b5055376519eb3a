package se.ledfyr.methods.estimation;

/// The bare numbers of a capture table: one count for each history, and for each set of lists how many
/// people stand on all of them (the superset margins). Never changed once made.
final class Counts {

    private final int lists;
    private final long[] cells;
    private final long[] margins;

    /// @param cells one count for each history; history 0 is empty. Kept, not copied.
    Counts(int lists, long[] cells) {
        this.lists = lists;
        this.cells = cells;
        margins = cells.clone();
        Lattice.supersetSums(margins);
    }

    int lists() {
        return lists;
    }

    /// How many histories there can be, the unseen one among them.
    int size() {
        return cells.length;
    }

    long cell(int history) {
        return cells[history];
    }

    /// How many people stand on all of these lists, and perhaps on others.
    long margin(int set) {
        return margins[set];
    }

    long observed() {
        return margins[0];
    }

    /// The same people less one of those with this history.
    Counts lessOne(int history) {
        long[] less = cells.clone();
        less[history]--;
        return new Counts(lists, less);
    }

    long[] copyOfCells() {
        return cells.clone();
    }
}
