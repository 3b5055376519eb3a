package se.ledfyr.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Door;
import se.ledfyr.access.Right;
import se.ledfyr.organisations.Membership;

/// Binds who acts, for whom and with which rights around everything that follows, the making of the page included.
///
/// Whoever was shut out, or whose session is over, goes on as nobody and thereby to the sign-in page.
class ActingFilter extends OncePerRequestFilter {

    private final Door door;
    private final Clock clock;

    ActingFilter(Door door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof MemberAuthentication proof)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Membership> inside = isOver(proof, request.getSession(false))
                ? Optional.empty()
                : door.findInside(proof.member(), proof.organisation());
        if (inside.isPresent()) {
            actAs(inside.get(), request, response, chain);
        } else {
            end(request.getSession(false));
            chain.doFilter(request, response);
        }
    }

    private boolean isOver(MemberAuthentication proof, @org.jspecify.annotations.Nullable HttpSession session) {
        Instant now = clock.instant();
        if (session == null || !(session.getAttribute(OpenSession.ATTRIBUTE) instanceof OpenSession open)) {
            return now.isAfter(proof.since().plus(OpenSession.LIFETIME));
        }
        if (open.isOver(now)) {
            return true;
        }
        open.use(now);
        return false;
    }

    private static void end(@org.jspecify.annotations.Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static void actAs(
            Membership who, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Acting acting = new Acting(
                who.organisation().id(),
                who.member().id(),
                Right.of(who.organisation().kind(), who.member().roles()));
        try {
            acting.call(() -> ScopedValue.where(SignedInMember.CURRENT, who).call(() -> {
                chain.doFilter(request, response);
                return null;
            }));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
