package se.ledfyr.methods.estimation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;

/// The random numbers of one replicate or one chain. They come from the seed and its number alone, so
/// that it does not matter on how many threads the work is done.
final class RandomStream {

    /// The golden ratio in 64 bits: neighbouring numbers give seeds that lie far apart.
    private static final long APART = 0x9E3779B97F4A7C15L;

    /// So few tries are made one by one.
    private static final long FEW = 16;

    private final UniformRandomProvider random;

    RandomStream(long seed, int number) {
        long z = seed + APART * (number + 1L);
        // The finisher of SplitMix64.
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        random = RandomSource.XO_SHI_RO_256_PP.create(z ^ (z >>> 31));
    }

    /// Successes in so many tries. The tries are uniform numbers below the chance; the middle one of
    /// them in order is drawn first, as a beta number, and tells on which side to go on (Devroye 1986,
    /// on recursive methods for the binomial). Exact for any number of tries.
    long binomial(long tries, double chance) {
        long left = tries;
        double below = chance;
        long successes = 0;
        while (left > FEW) {
            long middle = left / 2 + 1;
            double split = beta(middle, left + 1 - middle);
            if (split <= below) {
                successes += middle;
                left -= middle;
                below = (below - split) / (1 - split);
            } else {
                left = middle - 1;
                below /= split;
            }
        }
        for (long i = 0; i < left; i++) {
            successes += random.nextDouble() < below ? 1 : 0;
        }
        return successes;
    }

    /// With mean a / (a + b); a and b 1 or more.
    double beta(double a, double b) {
        double x = gamma(a);
        double y = gamma(b);
        return x / (x + y);
    }

    double gamma(double shape) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
    }

    /// Logarithm of a gamma number, also where the number itself is nothing in binary digits.
    double logGamma(double shape) {
        return shape >= 1
                ? Math.log(gamma(shape))
                : Math.log(gamma(shape + 1)) + Math.log(1 - random.nextDouble()) / shape;
    }

    /// @param mean up to a thousand million
    long poisson(double mean) {
        return mean < 1e-9 ? 0 : PoissonSampler.of(random, mean).sample();
    }
}
