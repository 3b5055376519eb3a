package se.ledfyr.access;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashing of passwords with Argon2id: 19 MiB, two passes, one lane.
///
/// Each hash takes memory and tens of milliseconds, so only a few are made at a time: a crowd at the door must not take
/// the house down.
@Component
class Passwords {

    /// Longer input is never a password that was set here; hashing it would only cost time.
    static final int MAX_LENGTH = 256;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors() * 2, true);
    /// Made beside the start, which need not wait for it.
    private final CompletableFuture<String> nobodys =
            CompletableFuture.supplyAsync(() -> argon.encode("nobody's password"));

    String hash(String password) {
        return inPlace(() -> argon.encode(password));
    }

    /// Whether `password` is the one that was hashed. Takes the same time when there is no hash to compare with, so
    /// that the time does not tell who exists.
    boolean matches(String password, @Nullable String hash) {
        String shortened = password.length() > MAX_LENGTH ? "" : password;
        boolean equal = inPlace(() -> argon.matches(shortened, hash == null ? nobodys.join() : hash));
        return equal && hash != null;
    }

    private <T> T inPlace(java.util.function.Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
