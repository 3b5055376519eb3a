package se.ledfyr.methods.estimation;

/// How the spread of an estimate changes with its value, from leaving one person out at a time. People
/// with the same history are alike, so each history is left out once and weighs as much as it has
/// people (Chan, Silverman and Vincent 2021, section 3.3; DiCiccio and Efron 1996).
final class Acceleration {

    private Acceleration() {}

    /// `Σ w d³ / (6 (Σ w d²)^1.5)` with `d` the mean less the estimate; 0 where nobody makes a
    /// difference, and not a number where leaving somebody out leaves no estimate.
    ///
    /// @param weights how many people have each history
    /// @param estimates the estimate with one of them left out
    static double of(long[] weights, double[] estimates) {
        double people = 0;
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            people += weights[i];
            mean += weights[i] * estimates[i];
        }
        mean /= people;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < weights.length; i++) {
            double apart = mean - estimates[i];
            squares += weights[i] * apart * apart;
            cubes += weights[i] * apart * apart * apart;
        }
        // What is left of equal estimates is rounding.
        return squares <= people * 1e-18 * mean * mean ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }
}
