package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.List;

/// Exact arithmetic on rows of whole numbers. A row stands for an equation or a direction, so that it
/// may be divided by what all its entries share; that keeps the numbers small.
final class IntegerRows {

    private IntegerRows() {}

    /// Divides a row by the greatest divisor of its entries.
    static void reduce(long[] row) {
        long common = 0;
        for (long entry : row) {
            if (entry != 0) {
                common = divisor(common, Math.abs(entry));
                if (common == 1) {
                    return;
                }
            }
        }
        if (common > 1) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= common;
            }
        }
    }

    private static long divisor(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    /// Takes so much of `pivot` from `row` that its entry in the column becomes 0. The row keeps its
    /// direction: it is multiplied by the pivot's entry, which must be positive.
    ///
    /// @throws ArithmeticException when a number outgrows 64 bits
    static void eliminate(long[] row, long[] pivot, int column) {
        long factor = row[column];
        if (factor == 0) {
            return;
        }
        long times = pivot[column];
        for (int i = 0; i < row.length; i++) {
            long left = times == 1 ? row[i] : Math.multiplyExact(times, row[i]);
            row[i] = pivot[i] == 0 ? left : Math.subtractExact(left, Math.multiplyExact(factor, pivot[i]));
        }
        reduce(row);
    }

    /// Brings rows to reduced echelon form, in place; each pivot is positive and alone in its column.
    ///
    /// @return the column of the pivot of each row, in the order of the rows; the rows after them are 0
    static int[] reducedEchelon(List<long[]> rows, int columns) {
        int[] pivots = new int[Math.min(rows.size(), columns)];
        int rank = 0;
        for (int column = 0; column < columns && rank < rows.size(); column++) {
            int found = rank;
            while (found < rows.size() && rows.get(found)[column] == 0) {
                found++;
            }
            if (found == rows.size()) {
                continue;
            }
            long[] pivot = rows.set(found, rows.get(rank));
            rows.set(rank, pivot);
            if (pivot[column] < 0) {
                negate(pivot);
            }
            for (long[] row : rows) {
                if (row != pivot) {
                    eliminate(row, pivot, column);
                }
            }
            pivots[rank++] = column;
        }
        return java.util.Arrays.copyOf(pivots, rank);
    }

    static void negate(long[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = -row[i];
        }
    }

    /// A basis of everything that all rows send to 0. The rows are brought to echelon form.
    static List<long[]> nullSpace(List<long[]> rows, int columns) {
        int[] pivots = reducedEchelon(rows, columns);
        boolean[] bound = new boolean[columns];
        for (int pivot : pivots) {
            bound[pivot] = true;
        }
        List<long[]> basis = new ArrayList<>();
        for (int free = 0; free < columns; free++) {
            if (!bound[free]) {
                basis.add(direction(rows, pivots, free, columns));
            }
        }
        return basis;
    }

    private static long[] direction(List<long[]> rows, int[] pivots, int free, int columns) {
        long[] direction = new long[columns];
        long scale = 1;
        for (int i = 0; i < pivots.length; i++) {
            if (rows.get(i)[free] != 0) {
                long pivot = rows.get(i)[pivots[i]];
                scale = Math.multiplyExact(scale / divisor(scale, pivot), pivot);
            }
        }
        direction[free] = scale;
        for (int i = 0; i < pivots.length; i++) {
            long[] row = rows.get(i);
            direction[pivots[i]] = Math.multiplyExact(-row[free], scale / row[pivots[i]]);
        }
        reduce(direction);
        return direction;
    }
}
