package se.ledfyr.methods.estimation;

/// Sums over all subsets or all supersets of every set of lists, in one pass for each list (the zeta
/// transform of the subset lattice). A set of `t` lists is a number below 2^t.
final class Lattice {

    private Lattice() {}

    /// Turns `values[S]` into the sum of `values[T]` over all T that hold S.
    static void supersetSums(double[] values) {
        for (int bit = 1; bit < values.length; bit <<= 1) {
            for (int set = 0; set < values.length; set++) {
                if ((set & bit) == 0) {
                    values[set] += values[set | bit];
                }
            }
        }
    }

    /// Turns `values[S]` into the sum of `values[T]` over all T that hold S.
    static void supersetSums(long[] values) {
        for (int bit = 1; bit < values.length; bit <<= 1) {
            for (int set = 0; set < values.length; set++) {
                if ((set & bit) == 0) {
                    values[set] += values[set | bit];
                }
            }
        }
    }

    /// Turns `values[S]` into the sum of `values[T]` over all T within S.
    static void subsetSums(double[] values) {
        for (int bit = 1; bit < values.length; bit <<= 1) {
            for (int set = 0; set < values.length; set++) {
                if ((set & bit) != 0) {
                    values[set] += values[set ^ bit];
                }
            }
        }
    }

    /// Turns `values[S]` into the sum of `values[T]` over all T within S.
    static void subsetSums(long[] values) {
        for (int bit = 1; bit < values.length; bit <<= 1) {
            for (int set = 0; set < values.length; set++) {
                if ((set & bit) != 0) {
                    values[set] = Math.addExact(values[set], values[set ^ bit]);
                }
            }
        }
    }
}
