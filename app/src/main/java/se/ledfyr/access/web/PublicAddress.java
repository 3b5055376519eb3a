package se.ledfyr.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// How browsers reach this installation: over TLS, spoken here or by a proxy in front, or plainly from the same
/// machine.
@Component
class PublicAddress {

    private final boolean tls;
    private final String url;

    PublicAddress(Environment environment) {
        url = environment.getProperty("ledfyr.public-url", "").replaceAll("/+$", "");
        tls = environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || (!url.isBlank() && "https".equalsIgnoreCase(URI.create(url).getScheme()));
    }

    /// The address to write in a link that somebody else will open: the configured one, else the one that was used.
    String of(HttpServletRequest request) {
        return url.isBlank()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : url;
    }

    boolean isTls() {
        return tls;
    }

    /// Whether somebody else speaks to browsers and passes on what they ask for.
    boolean isBehindProxy() {
        return !url.isBlank();
    }

    /// Over TLS the name makes browsers refuse the cookie unless it is secure, for this host alone, and for every path.
    String cookieName() {
        return tls ? "__Host-ledfyr" : "ledfyr";
    }
}
