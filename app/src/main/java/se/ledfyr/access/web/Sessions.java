package se.ledfyr.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;

/// The sessions of those who came in. They live in memory: when the house restarts, everybody signs in again.
@Component
class Sessions implements HttpSessionListener {

    private final Clock clock;
    private final Set<OpenSession> open = ConcurrentHashMap.newKeySet();
    private final CsrfTokenRepository csrf = new HttpSessionCsrfTokenRepository();
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    CsrfTokenRepository csrf() {
        return csrf;
    }

    SecurityContextRepository contexts() {
        return contexts;
    }

    /// Begins a session for a member who has just proved who they are. It gets a new name and a new form token:
    /// whatever somebody planted in the browser before is worth nothing.
    void begin(Member member, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        Instant now = clock.instant();
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setMaxInactiveInterval((int) OpenSession.IDLE.toSeconds());
        OpenSession fresh = new OpenSession(member.id(), now, UUID.randomUUID().toString(), session);
        session.setAttribute(OpenSession.ATTRIBUTE, fresh);
        open.add(fresh);
        MemberAuthentication proof = new MemberAuthentication(member.id(), member.organisation(), now);
        new CsrfAuthenticationStrategy(csrf).onAuthentication(proof, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(proof);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /// The sessions of a member, the latest used first.
    List<OpenSession> of(MemberId member) {
        Instant now = clock.instant();
        return open.stream()
                .filter(session -> session.member().equals(member) && !session.isOver(now))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }

    /// Ends every session of a member but the one given.
    void endOthers(MemberId member, HttpSession kept) {
        of(member).stream().filter(session -> !session.isIn(kept)).forEach(OpenSession::end);
    }

    void endAll(MemberId member) {
        of(member).forEach(OpenSession::end);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (event.getSession().getAttribute(OpenSession.ATTRIBUTE) instanceof OpenSession ended) {
            open.remove(ended);
        }
    }
}
