package se.ledfyr.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;

/// Inbox and outbox of the acting organisation.
@Service
@Transactional
public class Boxes {

    static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final BoxQueries queries;
    private final AuditLog audit;
    private final Clock clock;

    Boxes(BoxQueries queries, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /// One page of a box. Noted as listed.
    ///
    /// @param after null for the first page
    public OfferPage list(Box box, OfferPage.@Nullable Place after) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        OfferPage page = OfferPage.of(
                switch (box) {
                    case INBOX -> queries.inbox(after);
                    case OUTBOX -> queries.outbox(after);
                    case ESCALATED -> queries.escalated(after);
                    case ENDED -> queries.ended(after);
                });
        if (!page.lines().isEmpty()) {
            audit.note(
                    Action.LISTED,
                    Subject.OFFER,
                    page.lines().stream().map(line -> line.id().value()).toList(),
                    null,
                    box.name());
        }
        return page;
    }

    public BoxCounts count() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Instant now = clock.instant();
        Instant midnight = LocalDate.ofInstant(now, SWEDISH_TIME)
                .plusDays(1)
                .atStartOfDay(SWEDISH_TIME)
                .toInstant();
        return queries.count(now, midnight);
    }
}
