package se.ledfyr.methods.forecast;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/// The random numbers of one simulation. Each simulation has a stream of its own, made from the seed
/// and its number alone, so that it does not matter in which order or on how many processors they are
/// worked off.
final class Draws {

    /// The golden ratio in 64 bits: neighbouring numbers give seeds that lie far apart.
    private static final long APART = 0x9E3779B97F4A7C15L;

    private final UniformRandomProvider random;

    Draws(long seed, int simulation) {
        random = RandomSource.XO_SHI_RO_256_PP.create(mix(seed + APART * (simulation + 1L)));
    }

    /// The finisher of SplitMix64.
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    int poisson(double mean) {
        // The sampler takes no mean of nothing.
        return mean < 1e-9 ? 0 : PoissonSampler.of(random, mean).sample();
    }

    /// With mean 1; an infinite shape is 1 itself.
    double gammaAroundOne(double shape) {
        return Double.isInfinite(shape) ? 1 : gamma(shape) / shape;
    }

    /// With mean a / (a + b).
    double beta(double a, double b) {
        double x = gamma(a);
        double y = gamma(b);
        // So little is known that both are nothing in binary digits: then it is one end or the other.
        return x + y == 0 ? random.nextDouble() * (a + b) < a ? 1 : 0 : x / (x + y);
    }

    /// Student's t; normal with infinite freedom.
    double student(double freedom) {
        double normal = ZigguratSampler.NormalizedGaussian.of(random).sample();
        return Double.isInfinite(freedom) ? normal : normal / Math.sqrt(2 * gamma(freedom / 2) / freedom);
    }

    /// The place of one of these, by the logarithms of how likely they are.
    int one(double[] logs) {
        double highest = Arrays.stream(logs).max().orElseThrow();
        double[] weights =
                Arrays.stream(logs).map(log -> Math.exp(log - highest)).toArray();
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int at = 0;
        while (at < weights.length - 1 && left >= weights[at]) {
            left -= weights[at++];
        }
        return at;
    }

    /// Whether something comes about that is so likely, from 0 to 1.
    boolean happens(double likely) {
        return random.nextDouble() < likely;
    }

    /// From 0 to below `bound`.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// With mean `shape`.
    double gamma(double shape) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
    }
}
