package se.ledfyr.handover.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How often somebody may try a code: ten at once from one address, then one every thirty seconds. The link
/// itself dies after five wrong codes, from wherever they come. The table is bounded, so a flood costs no
/// memory.
@Component
class GuestTries {

    private static final int TRIES = 10;
    private static final Duration ONE_MORE_AFTER = Duration.ofSeconds(30);
    private static final int KEPT = 20_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    boolean allows(HttpServletRequest request) {
        return buckets.get(request.getRemoteAddr(), address -> fresh()).tryConsume(1);
    }

    private static Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(TRIES).refillGreedy(1, ONE_MORE_AFTER))
                .build();
    }
}
