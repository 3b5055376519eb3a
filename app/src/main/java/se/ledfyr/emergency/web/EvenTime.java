package se.ledfyr.emergency.web;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Answering after the same time, whatever was found: the work is done, and the answer waits for the next full
/// step.
///
/// What opens a case does a little more than what opens none. Measured often enough, that little could be told;
/// in steps far longer than the difference it cannot.
@Component
class EvenTime {

    static final Duration STEP = Duration.ofMillis(250);

    /// @return what `work` returns, a whole number of steps after it began
    <T> T answer(Supplier<T> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            long passed = System.nanoTime() - began;
            pause(STEP.toNanos() - passed % STEP.toNanos());
        }
    }

    private static void pause(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
