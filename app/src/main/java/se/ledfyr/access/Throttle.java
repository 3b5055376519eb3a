package se.ledfyr.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// How often somebody may try a password.
///
/// Failures are counted per login from one address, per address, and per login from everywhere. The last limit would
/// let a stranger keep a member out, so it does not count where that member has signed in before. Every limit
/// recovers by itself within minutes; nobody is locked. The tables are bounded, so a flood of made-up logins costs no
/// memory.
@Component
class Throttle {

    private static final int KEPT = 20_000;
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Cache<String, Bucket> buckets;
    private final Cache<String, Boolean> signedInBefore;
    private final TimeMeter time;

    Throttle(Clock clock) {
        time = new ClockMeter(clock);
        buckets = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
        signedInBefore = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    /// Takes one try from every limit that counts.
    Attempt attempt(String login, String address) {
        String pair = login + " " + address;
        Bucket own = bucket("pair " + pair, 6, Duration.ofSeconds(20));
        Bucket fromHere = bucket("address " + address, 30, Duration.ofSeconds(4));
        Bucket fromEverywhere = bucket("login " + login, 60, Duration.ofSeconds(10));
        boolean known = signedInBefore.getIfPresent(pair) != null;
        List<Bucket> counted = known ? List.of(own, fromHere) : List.of(own, fromHere, fromEverywhere);
        boolean allowed = true;
        for (Bucket bucket : counted) {
            allowed &= bucket.tryConsume(1);
        }
        return new Attempt(this, pair, counted, allowed);
    }

    private Bucket bucket(String key, int tries, Duration oneMoreAfter) {
        return buckets.get(
                key,
                absent -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(1, oneMoreAfter))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /// One try.
    record Attempt(Throttle throttle, String pair, List<Bucket> counted, boolean allowed) {

        /// Gives the try back: only failures count.
        void succeeded() {
            counted.forEach(bucket -> bucket.addTokens(1));
            throttle.signedInBefore.put(pair, true);
        }

        /// Says nothing: a login stays out of logs.
        @Override
        public String toString() {
            return "Attempt";
        }
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
