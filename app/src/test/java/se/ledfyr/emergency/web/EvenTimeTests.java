package se.ledfyr.emergency.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nine times each: work that takes forty milliseconds longer is told from its answer's time without steps,
/// which is the twin, and not with them.
class EvenTimeTests {

    private static final long LONGER = 40;
    private static final long TOLERANCE = 25;

    private final EvenTime evenly = new EvenTime();

    @Test
    void inStepsLongerWorkTakesAsLong() {
        assertThat(apart(millis -> evenly.answer(() -> pause(millis)))).isLessThan(TOLERANCE);
    }

    @Test
    void withoutStepsTheClockTells() {
        assertThat(apart(EvenTimeTests::pause)).isGreaterThan(TOLERANCE);
    }

    private static long apart(java.util.function.LongFunction<Long> work) {
        return Math.abs(median(work, 10 + LONGER) - median(work, 10));
    }

    private static long median(java.util.function.LongFunction<Long> work, long millis) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            long began = System.nanoTime();
            assertThat(work.apply(millis)).isEqualTo(millis);
            times.add((System.nanoTime() - began) / 1_000_000);
        }
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    private static Long pause(long millis) {
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return millis;
    }
}
