package se.ledfyr.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The time of every house in this JVM. It runs as usual until a test lets time pass, and afterwards the test sets it
/// back: `try (TestTime time = TestTime.travel()) { time.forward(Duration.ofHours(25)); … }`.
public final class TestTime implements AutoCloseable {

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    private TestTime() {}

    public static TestTime travel() {
        return new TestTime();
    }

    public TestTime forward(Duration time) {
        AHEAD.accumulateAndGet(time, Duration::plus);
        return this;
    }

    /// Makes it `instant` now; from there on time runs as usual.
    public TestTime to(Instant instant) {
        AHEAD.set(Duration.between(Instant.now(), instant));
        return this;
    }

    @Override
    public void close() {
        AHEAD.set(Duration.ZERO);
    }

    static Instant now() {
        return Instant.now().plus(AHEAD.get());
    }

    /// Takes the place of the house's own clock.
    @Configuration(proxyBeanMethods = false)
    static class Adjustable {

        @Bean
        @Primary
        static Clock adjustableClock() {
            return ((InstantSource) TestTime::now).withZone(ZoneId.of("Europe/Stockholm"));
        }
    }
}
