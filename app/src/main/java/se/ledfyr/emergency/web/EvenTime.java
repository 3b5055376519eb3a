package se.ledfyr.emergency.web;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Answering after the same time, whatever was found: the work is done, and the answer waits for the next full step.
///
/// What opens a case does a little more than what opens none. Measured often enough, that little could be told; in
/// steps far longer than the difference it cannot.
@Component
class EvenTime {

    /// For breaking the glass, which is rare.
    static final Duration STEP = Duration.ofMillis(250);

    /// For what is not there, which is more frequent and does less.
    static final Duration SHORT_STEP = Duration.ofMillis(50);

    /// @return what `work` returns, a whole number of steps after it began
    <T> T answer(Supplier<T> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            waitFrom(began, STEP);
        }
    }

    /// Waits until a whole number of steps has passed.
    ///
    /// @param began as [System#nanoTime] told it
    void waitFrom(long began, Duration step) {
        long passed = System.nanoTime() - began;
        try {
            Thread.sleep(Duration.ofNanos(step.toNanos() - passed % step.toNanos()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
