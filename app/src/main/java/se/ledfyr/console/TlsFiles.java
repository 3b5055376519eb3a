package se.ledfyr.console;

import java.util.Map;

/// The certificate and key that `LEDFYR_TLS_CERT` and `LEDFYR_TLS_KEY` name, as PEM files.
final class TlsFiles {

    private TlsFiles() {}

    /// Settings that make the web server speak TLS; none when neither file is named.
    ///
    /// @throws IllegalArgumentException when only one of the two is named
    static Map<String, Object> properties(Map<String, String> environment) {
        String certificate = environment.get("LEDFYR_TLS_CERT");
        String key = environment.get("LEDFYR_TLS_KEY");
        if (certificate == null && key == null) {
            return Map.of();
        }
        if (certificate == null || key == null) {
            throw new IllegalArgumentException("LEDFYR_TLS_CERT and LEDFYR_TLS_KEY belong together; one is missing");
        }
        return Map.of(
                "server.ssl.enabled", "true",
                "server.ssl.certificate", "file:" + certificate,
                "server.ssl.certificate-private-key", "file:" + key);
    }
}
