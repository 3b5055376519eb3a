package se.ledfyr.methods.estimation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.simple.RandomSource;

/// As many people as before, each with the history of somebody drawn from the table with replacement.
/// The stream of random numbers comes from the seed and the number of the replicate alone, so that it
/// does not matter on how many threads replicates are made, nor in which order rows were given.
final class Redraw {

    /// The golden ratio in 64 bits: neighbouring numbers give seeds that lie far apart.
    private static final long APART = 0x9E3779B97F4A7C15L;

    /// So few tries are made one by one.
    private static final long FEW = 16;

    private final UniformRandomProvider random;

    private Redraw(long seed, int replicate) {
        long z = seed + APART * (replicate + 1L);
        // The finisher of SplitMix64.
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        random = RandomSource.XO_SHI_RO_256_PP.create(z ^ (z >>> 31));
    }

    static Counts of(Counts counts, long seed, int replicate) {
        return new Redraw(seed, replicate).draw(counts);
    }

    /// History by history: how many of those left to draw have it, out of those left to have one.
    private Counts draw(Counts counts) {
        long[] cells = new long[counts.size()];
        long toDraw = counts.observed();
        long toHave = counts.observed();
        for (int history = 1; history < cells.length && toDraw > 0; history++) {
            long here = counts.cell(history);
            if (here > 0) {
                cells[history] = here == toHave ? toDraw : binomial(toDraw, (double) here / toHave);
                toDraw -= cells[history];
                toHave -= here;
            }
        }
        return new Counts(counts.lists(), cells);
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

    private double beta(double a, double b) {
        double x = AhrensDieterMarsagliaTsangGammaSampler.of(random, a, 1).sample();
        double y = AhrensDieterMarsagliaTsangGammaSampler.of(random, b, 1).sample();
        return x / (x + y);
    }

    static Redraw stream(long seed, int replicate) {
        return new Redraw(seed, replicate);
    }
}
