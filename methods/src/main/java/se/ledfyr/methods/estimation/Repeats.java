package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;

/// The same work many times over, on some threads; each result has its own place.
final class Repeats {

    private final double[] results;
    private final IntToDoubleFunction work;
    private final Progress progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    private Repeats(int times, IntToDoubleFunction work, Progress progress) {
        results = new double[times];
        this.work = work;
        this.progress = progress;
    }

    /// @throws InterruptedException when the caller's thread is interrupted; the work stops
    static double[] of(int times, int threads, IntToDoubleFunction work, Progress progress)
            throws InterruptedException {
        Repeats repeats = new Repeats(times, work, progress);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Boolean>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(repeats::worked);
            }
            for (Future<Boolean> worker : pool.invokeAll(workers)) {
                worker.get();
            }
            return repeats.results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a replicate failed", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean worked() throws InterruptedException {
        int mine = next.getAndIncrement();
        while (mine < results.length) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the work was cancelled");
            }
            results[mine] = work.applyAsDouble(mine);
            progress.report(done.incrementAndGet(), results.length);
            mine = next.getAndIncrement();
        }
        return true;
    }
}
