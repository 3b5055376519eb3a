package se.ledfyr.methods.estimation;

import java.util.Arrays;
import java.util.List;

/// Repeats a procedure as a whole, selection and all, on people drawn anew from the table (Chan,
/// Silverman and Vincent 2021, section 3.3).
///
/// @param replicates how many times, 1 or more; with 1,000 the limits still move by several per cent
///     from seed to seed
/// @param seed of the random numbers; the same seed gives the same digits on any number of threads
/// @param threads 1 or more
public record Bootstrap(int replicates, long seed, int threads) {

    public Bootstrap {
        if (replicates < 1 || threads < 1) {
            throw new IllegalArgumentException("replicates and threads must be 1 or more");
        }
    }

    /// What comes of it.
    ///
    /// @param estimate of the same procedure on the same table
    /// @throws InterruptedException when the thread is interrupted; nothing goes on then
    public Bootstrapped run(CaptureTable table, Procedure procedure, Estimate estimate, Progress progress)
            throws InterruptedException {
        Counts counts = table.counts();
        List<Captured> histories = table.histories();
        double[] less = Repeats.of(
                histories.size(),
                threads,
                i -> procedure
                        .choose(counts.lessOne(histories.get(i).history()))
                        .total(),
                Progress.NONE);
        long[] weights = histories.stream().mapToLong(Captured::count).toArray();
        double[] totals = Repeats.of(
                replicates,
                threads,
                i -> procedure.choose(Redraw.of(counts, seed, i)).total(),
                progress);
        List<Double> found = Arrays.stream(totals)
                .filter(total -> !Double.isNaN(total))
                .boxed()
                .toList();
        return new Bootstrapped(
                estimate,
                found,
                replicates - found.size(),
                Acceleration.of(weights, less),
                Provenance.of(table, procedure).withSeed(seed));
    }
}
