package se.ledfyr.methods.estimation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// One chain of the Gibbs sampler for latent classes of people (Manrique-Vallier 2016): within a class
/// the lists are independent, and how many classes are in use is left to a Dirichlet process cut off at
/// a number of classes. One over the total is the prior of the total, up to a ceiling.
final class LatentClasses {

    private static final int WARM_UP = 500;
    private static final double WARM_UP_STRENGTH = 0.3;
    private static final double SHAPE = 0.25;
    private static final double RATE = 0.25;

    /// So often a number of unseen people above the ceiling is drawn anew before the old one stays.
    private static final int MOST_REFUSALS = 1000;

    private final RandomStream random;
    private final List<Captured> histories;
    private final int lists;
    private final int classes;
    private final long observed;
    private final long ceiling;
    private final double[][] on;
    private final double[] logShares;
    private final long[] sizes;
    private final long[][] onList;
    private final double[] weights;
    private double strength;
    private long unseen;

    LatentClasses(CaptureTable table, int classes, long ceiling, RandomStream random) {
        this.random = random;
        this.classes = classes;
        this.ceiling = ceiling;
        histories = table.histories();
        lists = table.lists().size();
        observed = table.observed();
        on = new double[lists][classes];
        for (int list = 0; list < lists; list++) {
            Arrays.fill(on[list], (table.margin(1 << list) + 1.0) / (observed + 2.0));
        }
        logShares = new double[classes];
        Arrays.fill(logShares, -Math.log(classes));
        sizes = new long[classes];
        onList = new long[lists][classes];
        weights = new double[classes];
        strength = WARM_UP_STRENGTH / classes;
        for (int i = 0; i < WARM_UP; i++) {
            sweep();
        }
        relabel();
    }

    /// One sweep over everything unknown, and the total after it.
    long next() {
        sweep();
        strength = random.gamma(SHAPE + classes - 1) / (RATE - logShares[classes - 1]);
        return observed + unseen;
    }

    private void sweep() {
        Arrays.fill(sizes, 0);
        for (long[] counts : onList) {
            Arrays.fill(counts, 0);
        }
        for (Captured row : histories) {
            split(row.history(), row.count());
        }
        drawUnseen();
        split(0, unseen);
        for (int list = 0; list < lists; list++) {
            for (int k = 0; k < classes; k++) {
                on[list][k] = random.beta(1.0 + onList[list][k], 1.0 + sizes[k] - onList[list][k]);
            }
        }
        drawShares();
    }

    /// Weights of the classes for somebody with this history; their sum is its probability.
    private double weigh(int history) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            double weight = Math.exp(logShares[k]);
            for (int list = 0; list < lists; list++) {
                weight *= (history >> list & 1) == 1 ? on[list][k] : 1 - on[list][k];
            }
            weights[k] = weight;
            sum += weight;
        }
        return sum;
    }

    private void split(int history, long count) {
        double left = weigh(history);
        long toPlace = count;
        for (int k = 0; k < classes && toPlace > 0; k++) {
            boolean last = k == classes - 1 || weights[k] >= left;
            long here = last ? toPlace : random.binomial(toPlace, weights[k] / left);
            left -= weights[k];
            toPlace -= here;
            sizes[k] += here;
            for (int list = 0; list < lists; list++) {
                onList[list][k] += (history >> list & 1) == 1 ? here : 0;
            }
        }
    }

    /// Failures before as many successes as people observed, as a Poisson number with a gamma mean.
    private void drawUnseen() {
        double missed = weigh(0);
        for (int i = 0; i < MOST_REFUSALS; i++) {
            double mean = random.gamma(observed) * missed / (1 - missed);
            if (mean < 2.0 * ceiling) {
                long drawn = random.poisson(mean);
                if (drawn <= ceiling) {
                    unseen = drawn;
                    return;
                }
            }
        }
    }

    private void drawShares() {
        double rest = 0;
        long beyond = Arrays.stream(sizes).sum();
        for (int k = 0; k < classes; k++) {
            beyond -= sizes[k];
            if (k == classes - 1) {
                logShares[k] = rest;
            } else {
                double taken = random.logGamma(1.0 + sizes[k]);
                double left = random.logGamma(strength + beyond);
                double both = Math.max(taken, left) + Math.log1p(Math.exp(-Math.abs(taken - left)));
                logShares[k] = rest + taken - both;
                rest += left - both;
            }
        }
    }

    /// The largest class first, as the breaking of the stick has it.
    private void relabel() {
        int[] order = IntStream.range(0, classes)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -logShares[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] shares = logShares.clone();
        for (int k = 0; k < classes; k++) {
            logShares[k] = shares[order[k]];
        }
        for (double[] chances : on) {
            double[] before = chances.clone();
            for (int k = 0; k < classes; k++) {
                chances[k] = before[order[k]];
            }
        }
    }
}
