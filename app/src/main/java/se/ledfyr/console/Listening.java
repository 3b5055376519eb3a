package se.ledfyr.console;

import java.util.Map;

/// Who can reach the server at all.
final class Listening {

    private Listening() {}

    /// What would travel readable does not leave the machine: without TLS only the machine itself is served, unless
    /// `LEDFYR_LISTEN` names an address, for example because a proxy that speaks TLS stands on another machine.
    static Map<String, Object> properties(Map<String, String> environment, boolean tls) {
        String address = environment.get("LEDFYR_LISTEN");
        if (address != null && !address.isBlank()) {
            return Map.of("server.address", address.strip());
        }
        return tls ? Map.of() : Map.of("server.address", "localhost");
    }
}
