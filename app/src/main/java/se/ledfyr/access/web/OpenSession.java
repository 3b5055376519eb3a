package se.ledfyr.access.web;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import se.ledfyr.organisations.MemberId;

/// A session of somebody who came in. Used from several requests at once.
final class OpenSession {

    /// Unused for this long, a session is over.
    static final Duration IDLE = Duration.ofMinutes(30);
    /// Used or not, a session is over after this long: a working day.
    static final Duration LIFETIME = Duration.ofHours(10);

    static final String ATTRIBUTE = OpenSession.class.getName();

    private final MemberId member;
    private final Instant since;
    private final String key;
    private final HttpSession session;
    private volatile Instant lastUsed;

    /// @param key names the session to its owner without telling the secret that opens it
    OpenSession(MemberId member, Instant since, String key, HttpSession session) {
        this.member = member;
        this.since = since;
        this.key = key;
        this.session = session;
        this.lastUsed = since;
    }

    MemberId member() {
        return member;
    }

    Instant since() {
        return since;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    String key() {
        return key;
    }

    boolean isOver(Instant now) {
        return now.isAfter(lastUsed.plus(IDLE)) || now.isAfter(since.plus(LIFETIME));
    }

    void use(Instant now) {
        lastUsed = now;
    }

    void end() {
        try {
            session.invalidate();
        } catch (IllegalStateException endedAlready) {
            // Two requests may find it over at the same time; it is over either way.
        }
    }

    boolean isIn(HttpSession other) {
        return other.getAttribute(ATTRIBUTE) == this;
    }
}
