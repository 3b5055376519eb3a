package se.ledfyr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/// Several who do something at the same moment.
public final class AtOnce {

    private AtOnce() {}

    /// @param refusal what it means to come second
    /// @return whether each of them did it, in their order
    public static List<Boolean> all(List<Runnable> deeds, Predicate<RuntimeException> refusal) throws Exception {
        CyclicBarrier start = new CyclicBarrier(deeds.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(deeds.size())) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (Runnable deed : deeds) {
                Callable<Boolean> one = () -> {
                    start.await();
                    return did(deed, refusal);
                };
                answers.add(threads.submit(one));
            }
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> answer : answers) {
                done.add(answer.get());
            }
            return done;
        }
    }

    /// @return whether it was done and not refused
    public static boolean did(Runnable deed, Predicate<RuntimeException> refusal) {
        try {
            deed.run();
            return true;
        } catch (RuntimeException refused) {
            if (refusal.test(refused)) {
                return false;
            }
            throw refused;
        }
    }
}
