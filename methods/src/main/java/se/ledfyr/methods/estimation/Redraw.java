package se.ledfyr.methods.estimation;

/// As many people as before, each with the history of somebody drawn from the table with replacement.
final class Redraw {

    private Redraw() {}

    static Counts of(Counts counts, long seed, int replicate) {
        return of(counts, new RandomStream(seed, replicate));
    }

    /// History by history: how many of those left to draw have it, out of those left to have one.
    private static Counts of(Counts counts, RandomStream random) {
        long[] cells = new long[counts.size()];
        long toDraw = counts.observed();
        long toHave = counts.observed();
        for (int history = 1; history < cells.length && toDraw > 0; history++) {
            long here = counts.cell(history);
            if (here > 0) {
                cells[history] = here == toHave ? toDraw : random.binomial(toDraw, (double) here / toHave);
                toDraw -= cells[history];
                toHave -= here;
            }
        }
        return new Counts(counts.lists(), cells);
    }
}
