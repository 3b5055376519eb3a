package se.ledfyr.console;

import java.util.Map;

/// What `ledfyr run` makes of the TLS files in its environment.
public final class TestTls {

    private TestTls() {}

    public static Map<String, Object> properties(Map<String, String> environment) {
        return TlsFiles.properties(environment);
    }
}
