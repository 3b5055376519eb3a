package se.ledfyr.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.web.header.HeaderWriter;

/// What browsers are told with every answer, so that a fault in a page cannot become a leak.
final class HardHeaders implements HeaderWriter {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String NO_DEVICES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), " + "display-capture=(), browsing-topics=()";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final boolean kept;

    /// @param tls whether browsers may be told never to come without TLS again
    /// @param kept whether a browser may keep the answer; pages it may not
    HardHeaders(boolean tls, boolean kept) {
        this.kept = kept;
        headers.put("Content-Security-Policy", CONTENT_POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", NO_DEVICES);
        if (tls) {
            headers.put("Strict-Transport-Security", TWO_YEARS);
        }
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        headers.forEach(response::setHeader);
        if (!kept) {
            response.setHeader("Cache-Control", "no-store");
        }
    }
}
