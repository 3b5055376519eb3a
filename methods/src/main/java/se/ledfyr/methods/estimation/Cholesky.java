package se.ledfyr.methods.estimation;

/// The lower triangle of a symmetric matrix as a product with its own transpose.
final class Cholesky {

    /// What is left of a diagonal entry below this part of it is rounding.
    private static final double ROUNDING = 1e-14;

    private Cholesky() {}

    /// Factors in place; false if the matrix is not positive definite as far as digits tell.
    static boolean factor(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            double diagonal = row[i];
            for (int j = 0; j < i; j++) {
                double[] other = matrix[j];
                double sum = row[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                row[j] = sum / other[j];
                row[i] -= row[j] * row[j];
            }
            if (!(row[i] > ROUNDING * diagonal)) {
                return false;
            }
            row[i] = Math.sqrt(row[i]);
        }
        return true;
    }

    /// Replaces the right-hand side by the solution.
    static void solve(double[][] factor, double[] side) {
        for (int i = 0; i < side.length; i++) {
            double sum = side[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * side[k];
            }
            side[i] = sum / factor[i][i];
        }
        for (int i = side.length - 1; i >= 0; i--) {
            double sum = side[i];
            for (int k = i + 1; k < side.length; k++) {
                sum -= factor[k][i] * side[k];
            }
            side[i] = sum / factor[i][i];
        }
    }
}
