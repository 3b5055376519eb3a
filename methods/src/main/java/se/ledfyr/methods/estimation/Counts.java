package se.ledfyr.methods.estimation;

import org.apache.commons.numbers.gamma.LogGamma;

/// The bare numbers of a capture table: one count for each history, and for each set of lists how many
/// people stand on all of them (the superset margins). Never changed once made.
final class Counts {

    private final int lists;
    private final long[] cells;
    private final long[] margins;
    private final double logFactorials;

    /// @param cells one count for each history; history 0 is empty. Kept, not copied.
    Counts(int lists, long[] cells) {
        this.lists = lists;
        this.cells = cells;
        margins = cells.clone();
        Lattice.supersetSums(margins);
        double sum = 0;
        for (long cell : cells) {
            sum += cell > 1 ? LogGamma.value(cell + 1.0) : 0;
        }
        logFactorials = sum;
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

    /// Sum of the logarithms of the factorials of all counts.
    double logFactorials() {
        return logFactorials;
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
