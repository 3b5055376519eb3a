package se.ledfyr.methods.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Factors by which some months have more and others fewer, gamma distributed around 1. How far they lie
/// apart is not known beforehand: the shape is one of five, each as likely as the others.
final class Factors {

    /// From 7 percent up or down to 58.
    private static final double[] SHAPES = {200, 50, 20, 8, 3};

    private final double[] factors;
    private double shape = SHAPES[2];

    Factors(int number) {
        factors = new double[number];
        Arrays.fill(factors, 1);
    }

    double at(int place) {
        return factors[place];
    }

    double shape() {
        return shape;
    }

    List<Double> all() {
        return Arrays.stream(factors).boxed().toList();
    }

    /// Draws them anew: the shape with the factors integrated out, and the factors given it.
    ///
    /// @param came parties under each factor
    /// @param expected parties under each, were it 1
    void draw(int[] came, double[] expected, Draws draws) {
        shape = SHAPES[
                draws.one(Arrays.stream(SHAPES)
                        .map(each -> IntStream.range(0, factors.length)
                                .mapToDouble(i -> likelihood(each, came[i], expected[i]))
                                .sum())
                        .toArray())];
        for (int i = 0; i < factors.length; i++) {
            // As seldom as it likes, but never impossible.
            factors[i] = Math.max(1e-6, draws.gamma(shape + came[i]) / (shape + expected[i]));
        }
    }

    /// Logarithm of the probability of what came, with the factor integrated out.
    private static double likelihood(double shape, int came, double expected) {
        return Filter.rising(shape, came) + shape * Math.log(shape) - (shape + came) * Math.log(shape + expected);
    }
}
