package se.ledfyr.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTests {

    private final Ticking clock = new Ticking();
    private final Throttle throttle = new Throttle(clock);

    @Test
    void afterSixFailuresFromOneAddressTheSeventhTryMustWait() {
        for (int i = 0; i < 6; i++) {
            assertThat(throttle.attempt("a@example.org", "192.0.2.1").allowed()).isTrue();
        }
        assertThat(throttle.attempt("a@example.org", "192.0.2.1").allowed()).isFalse();
        clock.pass(Duration.ofSeconds(21));
        assertThat(throttle.attempt("a@example.org", "192.0.2.1").allowed()).isTrue();
    }

    @Test
    void successesCostNothing() {
        for (int i = 0; i < 100; i++) {
            Throttle.Attempt attempt = throttle.attempt("a@example.org", "192.0.2.1");
            assertThat(attempt.allowed()).isTrue();
            attempt.succeeded();
        }
    }

    @Test
    void oneAddressCannotTryManyLogins() {
        int allowed = 0;
        for (int i = 0; i < 200; i++) {
            allowed +=
                    throttle.attempt("member" + i + "@example.org", "192.0.2.1").allowed() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(30);
    }

    @Test
    void manyAddressesTogetherCannotTryOneLoginForLong() {
        int allowed = 0;
        for (int i = 0; i < 200; i++) {
            allowed += throttle.attempt("a@example.org", "192.0.2." + i).allowed() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(60);
    }

    @Test
    void strangersCannotKeepAMemberOutOfWhereTheyHaveSignedInBefore() {
        throttle.attempt("a@example.org", "198.51.100.7").succeeded();
        for (int i = 0; i < 200; i++) {
            throttle.attempt("a@example.org", "192.0.2." + i);
        }
        assertThat(throttle.attempt("a@example.org", "203.0.113.9").allowed()).isFalse();
        assertThat(throttle.attempt("a@example.org", "198.51.100.7").allowed()).isTrue();
    }

    @Test
    void nobodyIsKeptOutForLong() {
        for (int i = 0; i < 500; i++) {
            throttle.attempt("a@example.org", "192.0.2." + (i % 250));
        }
        clock.pass(Duration.ofMinutes(1));
        assertThat(throttle.attempt("a@example.org", "203.0.113.9").allowed()).isTrue();
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-01-01T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
