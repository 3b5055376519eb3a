package se.ledfyr.access.web;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// How browsers reach this installation: over TLS, spoken here or by a proxy in front, or plainly from the same
/// machine.
@Component
class PublicAddress {

    private final boolean tls;

    PublicAddress(Environment environment) {
        String url = environment.getProperty("ledfyr.public-url", "");
        tls = environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || (!url.isBlank() && "https".equalsIgnoreCase(URI.create(url).getScheme()));
    }

    boolean isTls() {
        return tls;
    }

    /// Over TLS the name makes browsers refuse the cookie unless it is secure, for this host alone, and for every path.
    String cookieName() {
        return tls ? "__Host-ledfyr" : "ledfyr";
    }
}
