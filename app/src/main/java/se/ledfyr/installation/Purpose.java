package se.ledfyr.installation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Whether a data folder is for trying things out or for real. Settled at its first start: a real installation must not
/// become a demo, where anybody may come in, because an option was forgotten.
public final class Purpose {

    private static final String FILE = "purpose";
    private static final String DEMO = "demo";
    private static final String REAL = "real";

    private Purpose() {}

    /// Settles the purpose, or finds it settled.
    ///
    /// @param demo what is wanted now
    /// @return whether it is a demo; false for a real one even when a demo is wanted; empty when a real one is
    ///     wanted in the folder of a demo, which holds members without passwords
    public static Optional<Boolean> settle(DataFolder data, boolean demo) {
        Optional<String> settled = data.secret(FILE).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        if (settled.isEmpty()) {
            data.keepSecret(FILE, (demo ? DEMO : REAL).getBytes(StandardCharsets.US_ASCII));
            return Optional.of(demo);
        }
        boolean isDemo = settled.get().equals(DEMO);
        return isDemo && !demo ? Optional.empty() : Optional.of(isDemo);
    }
}
