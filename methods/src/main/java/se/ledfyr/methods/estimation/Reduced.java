package se.ledfyr.methods.estimation;

import java.util.Arrays;

/// A model on one table after the terms have gone that nobody bears out. A set of lists on which nobody
/// stands together has the estimate minus infinity; its term leaves the model, and every history that
/// holds the set leaves the table with the fitted value 0 (Chan, Silverman and Vincent 2021, after
/// Fienberg and Rinaldo 2012).
final class Reduced {

    private final Counts counts;
    private final int[] finite;
    private final int[] excluded;
    private final boolean[] gone;

    private Reduced(Counts counts, int[] finite, int[] excluded, boolean[] gone) {
        this.counts = counts;
        this.finite = finite;
        this.excluded = excluded;
        this.gone = gone;
    }

    static Reduced of(Counts counts, Model model) {
        return of(counts, model.terms());
    }

    /// @param terms all sets of the model, the constant first
    static Reduced of(Counts counts, int[] terms) {
        int[] finite = new int[terms.length];
        int[] excluded = new int[terms.length];
        int kept = 0;
        int out = 0;
        for (int term : terms) {
            if (counts.margin(term) > 0) {
                finite[kept++] = term;
            } else {
                excluded[out++] = term;
            }
        }
        int[] without = Arrays.copyOf(excluded, out);
        return new Reduced(counts, Arrays.copyOf(finite, kept), without, gone(counts.size(), without));
    }

    private static boolean[] gone(int size, int[] excluded) {
        boolean[] gone = new boolean[size];
        for (int set : excluded) {
            int rest = (size - 1) & ~set;
            for (int more = rest; ; more = (more - 1) & rest) {
                gone[set | more] = true;
                if (more == 0) {
                    break;
                }
            }
        }
        return gone;
    }

    Counts counts() {
        return counts;
    }

    /// The terms with a finite estimate, the constant first. Not to be changed.
    int[] finite() {
        return finite;
    }

    /// The terms that are minus infinity. Not to be changed.
    int[] excluded() {
        return excluded;
    }

    /// Whether the fitted value of this history is exactly 0.
    boolean isGone(int history) {
        return gone[history];
    }

    /// Terms of the whole model; the excluded ones count in AIC and BIC.
    int parameters() {
        return finite.length + excluded.length;
    }
}
