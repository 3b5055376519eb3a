package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import se.ledfyr.handover.Links;

/// How often somebody may try a code. The link itself dies after five wrong codes, from wherever they come.
@Component
class GuestTries {

    private final Links links;

    GuestTries(Links links) {
        this.links = links;
    }

    boolean allows(HttpServletRequest request) {
        return links.mayTry(request.getRemoteAddr());
    }
}
