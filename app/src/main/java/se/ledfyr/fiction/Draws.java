package se.ledfyr.fiction;

import java.util.UUID;

/// Numbers drawn from a seed (SplitMix64, Steele, Lea and Flood 2014).
///
/// Written out here because the generators of the platform may change between versions, and the same seed has to give
/// the same file for as long as there are files.
final class Draws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Draws(long seed) {
        state = seed;
    }

    long next() {
        state += GOLDEN;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /// From 0 to `bound` - 1. The upper 32 bits are spread over the range; what this favours is below 1 in 2³².
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /// A random (version 4) identifier.
    UUID id() {
        long most = next() & ~0xF000L | 0x4000L;
        long least = next() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(most, least);
    }
}
