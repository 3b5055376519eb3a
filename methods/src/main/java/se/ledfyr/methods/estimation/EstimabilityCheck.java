package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells whether a model has an estimate on a table, and only one (Fienberg and Rinaldo 2012; Chan,
/// Silverman and Vincent 2021).
///
/// Let A be the matrix of the histories left (rows) and the finite terms (columns), with a 1 where the
/// history holds the term. The estimate is unique if A has full column rank. It exists unless some
/// direction leaves the fit of every history with people as it is, lowers that of none of the empty
/// ones and raises that of one.
final class EstimabilityCheck {

    private EstimabilityCheck() {}

    static Estimability of(Reduced reduced) {
        if (reduced.finite().length == 0) {
            // Nobody at all.
            return Estimability.NEITHER;
        }
        if (isFineAtOnce(reduced)) {
            return Estimability.FINE;
        }
        List<long[]> flat = IntegerRows.nullSpace(rowsWithPeople(reduced), reduced.finite().length);
        if (flat.isEmpty()) {
            return Estimability.FINE;
        }
        List<long[]> empty = emptyAlong(reduced, flat);
        boolean exists = Feasibility.balances(empty, flat.size());
        // Without a direction that leaves also the empty histories as they are, the estimate is unique.
        boolean identifiable = IntegerRows.reducedEchelon(empty, flat.size()).length == flat.size();
        return Estimability.of(exists, identifiable);
    }

    /// The shortcut: if the histories with people alone have full rank, no such direction is left. Rank
    /// counted in remainders of two is never more than the real one, so a yes is sure; it costs a few
    /// operations on bits. A no proves nothing.
    static boolean isFineAtOnce(Reduced reduced) {
        int terms = reduced.finite().length;
        if (terms == 0 || terms > Long.SIZE) {
            return false;
        }
        long[] byLead = new long[terms];
        int rank = 0;
        for (int history = 1; history < reduced.counts().size() && rank < terms; history++) {
            if (reduced.counts().cell(history) > 0) {
                long row = bits(reduced.finite(), history);
                while (row != 0) {
                    int lead = Long.numberOfTrailingZeros(row);
                    if (byLead[lead] == 0) {
                        byLead[lead] = row;
                        rank++;
                        break;
                    }
                    row ^= byLead[lead];
                }
            }
        }
        return rank == terms;
    }

    private static long bits(int[] terms, int history) {
        long row = 0;
        for (int i = 0; i < terms.length; i++) {
            if ((terms[i] & history) == terms[i]) {
                row |= 1L << i;
            }
        }
        return row;
    }

    private static List<long[]> rowsWithPeople(Reduced reduced) {
        int[] terms = reduced.finite();
        List<long[]> rows = new ArrayList<>();
        for (int history = 1; history < reduced.counts().size(); history++) {
            if (reduced.counts().cell(history) > 0) {
                long[] row = new long[terms.length];
                for (int i = 0; i < terms.length; i++) {
                    row[i] = (terms[i] & history) == terms[i] ? 1 : 0;
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /// How the fit of each empty history moves along the directions that leave the others as they are;
    /// what does not move is left out, what moves alike stands once.
    private static List<long[]> emptyAlong(Reduced reduced, List<long[]> flat) {
        int size = reduced.counts().size();
        long[][] moves = new long[flat.size()][];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = new long[size];
            for (int term = 0; term < reduced.finite().length; term++) {
                moves[i][reduced.finite()[term]] = flat.get(i)[term];
            }
            Lattice.subsetSums(moves[i]);
        }
        List<long[]> rows = new ArrayList<>();
        Set<List<Long>> seen = new HashSet<>();
        for (int history = 1; history < size; history++) {
            if (reduced.counts().cell(history) == 0 && !reduced.isGone(history)) {
                long[] row = new long[flat.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = moves[i][history];
                }
                IntegerRows.reduce(row);
                List<Long> key = java.util.Arrays.stream(row).boxed().toList();
                if (key.stream().anyMatch(entry -> entry != 0) && seen.add(key)) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
