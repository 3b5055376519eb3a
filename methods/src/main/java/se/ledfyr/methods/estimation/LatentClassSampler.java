package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Several chains of the latent-class sampler. Chains that start apart and end apart show what one chain
/// would hide, so there are always several.
///
/// @param classes how many at most, 2 or more; 10 is usual
/// @param chains 2 or more
/// @param burnIn sweeps of each chain that are thrown away
/// @param draws how many totals each chain gives, 4 or more
/// @param thinning sweeps for each draw
/// @param ceiling the most unseen people for each observed; the published program has 20 and does not
///     say so. Where the posterior reaches it, it is part of the answer.
public record LatentClassSampler(
        int classes, int chains, int burnIn, int draws, int thinning, double ceiling, long seed, int threads) {

    public static final double USUAL_CEILING = 20;

    public LatentClassSampler {
        if (classes < 2 || chains < 2 || burnIn < 0 || draws < 4 || thinning < 1 || threads < 1) {
            throw new IllegalArgumentException("a sampler needs classes, chains, draws and a thread");
        }
        if (!(ceiling > 0 && ceiling <= 1000)) {
            throw new IllegalArgumentException("ceiling must be above 0 and at most 1000, was " + ceiling);
        }
    }

    /// Runs all chains.
    ///
    /// @throws IllegalArgumentException for more than a million people, whom the sampler is not made for
    /// @throws InterruptedException when the thread is interrupted
    public LatentClassPosterior on(CaptureTable table, Progress progress) throws InterruptedException {
        if (table.observed() > 1_000_000) {
            throw new IllegalArgumentException("too many people for the sampler");
        }
        double[][] totals = new double[chains][draws];
        Repeats.of(chains, threads, chain -> run(table, chain, totals[chain]), progress);
        List<List<Double>> found = new ArrayList<>();
        for (double[] chain : totals) {
            found.add(java.util.Arrays.stream(chain).boxed().toList());
        }
        String method = "latent classes, at most %d, %d chains of %d sweeps and %d draws every %d, ceiling %s"
                .formatted(classes, chains, burnIn, draws, thinning, ceiling);
        return new LatentClassPosterior(
                table.observed(),
                ceiling,
                found,
                new Provenance(table.hash(), Provenance.VERSION, method, OptionalLong.of(seed)));
    }

    private double run(CaptureTable table, int number, double[] totals) {
        long most = Math.round(ceiling * table.observed());
        LatentClasses chain = new LatentClasses(table, classes, most, new RandomStream(seed, number));
        for (int i = 0; i < burnIn && !Thread.currentThread().isInterrupted(); i++) {
            chain.next();
        }
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 1; i < thinning && !Thread.currentThread().isInterrupted(); i++) {
                chain.next();
            }
            totals[draw] = chain.next();
        }
        return number;
    }
}
