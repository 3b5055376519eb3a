package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.List;

/// The linear programme behind the existence of an estimate: is there a sum of given directions, each
/// taken with a positive weight, that is 0? By Stiemke's theorem there is one exactly if no hyperplane
/// has all directions on one side of it and not all within it.
///
/// Solved by the first phase of the simplex method in whole numbers, with Bland's rule, which cannot
/// run in circles. A library in binary digits would need a tolerance, and the answer
/// decides between a number and none.
final class Feasibility {

    private final List<long[]> rows = new ArrayList<>();
    private final long[] goal;
    private final int columns;
    private final int[] basis;

    /// @param directions each with as many entries as there are equations
    private Feasibility(List<long[]> directions, int equations) {
        columns = directions.size();
        goal = new long[columns + 1];
        basis = new int[equations];
        for (int equation = 0; equation < equations; equation++) {
            rows.add(row(directions, equation));
            basis[equation] = columns + equation;
        }
        for (long[] row : rows) {
            for (int i = 0; i <= columns; i++) {
                goal[i] = Math.addExact(goal[i], row[i]);
            }
        }
    }

    /// With weights of 1 or more: what is above 1 must make up for the sum of all directions.
    private static long[] row(List<long[]> directions, int equation) {
        int last = directions.size();
        long[] row = new long[last + 1];
        for (int i = 0; i < last; i++) {
            row[i] = directions.get(i)[equation];
            row[last] = Math.subtractExact(row[last], row[i]);
        }
        if (row[last] < 0) {
            IntegerRows.negate(row);
        }
        return row;
    }

    /// Whether positive weights can be found.
    ///
    /// @throws ArithmeticException when a number outgrows 64 bits
    static boolean balances(List<long[]> directions, int equations) {
        return new Feasibility(directions, equations).solve();
    }

    private boolean solve() {
        int entering = entering();
        while (entering >= 0 && goal[columns] > 0) {
            pivot(leaving(entering), entering);
            entering = entering();
        }
        return goal[columns] == 0;
    }

    private int entering() {
        for (int i = 0; i < columns; i++) {
            if (goal[i] > 0) {
                return i;
            }
        }
        return -1;
    }

    private int leaving(int entering) {
        int best = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i)[entering] > 0 && (best < 0 || isBefore(i, best, entering))) {
                best = i;
            }
        }
        // The goal is the sum of the equations that are not met yet, so one of them has the column.
        if (best < 0) {
            throw new IllegalStateException("no equation bounds the column");
        }
        return best;
    }

    private boolean isBefore(int row, int other, int entering) {
        long left = Math.multiplyExact(rows.get(row)[columns], rows.get(other)[entering]);
        long right = Math.multiplyExact(rows.get(other)[columns], rows.get(row)[entering]);
        return left != right ? left < right : basis[row] < basis[other];
    }

    private void pivot(int leaving, int entering) {
        long[] pivot = rows.get(leaving);
        for (long[] row : rows) {
            if (row != pivot) {
                IntegerRows.eliminate(row, pivot, entering);
            }
        }
        IntegerRows.eliminate(goal, pivot, entering);
        basis[leaving] = entering;
    }
}
