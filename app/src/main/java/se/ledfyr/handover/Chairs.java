package se.ledfyr.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NationalFacts;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.deadlines.DueTimes;

/// Where people are left between chairs: for whoever may read the facts of the country.
///
/// Counting goes through every offer and case of the last year, so it is done once in five minutes however many
/// ask; the figures say when they were counted.
@Service
public class Chairs {

    private static final Duration KEPT_FOR = Duration.ofMinutes(5);
    private static final Duration TOO_OLD = Duration.ofHours(1);
    private static final String RULE = "social_services_contact";

    private final ChairsQueries queries;
    private final NationalFacts facts;
    private final DueTimes dueTimes;
    private final AuditLog audit;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile @Nullable ChairsFigures kept;

    Chairs(ChairsQueries queries, NationalFacts facts, DueTimes dueTimes, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.facts = facts;
        this.dueTimes = dueTimes;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws se.ledfyr.access.NotHere for whoever may not read the facts of the country
    @Transactional
    public ChairsFigures get() {
        Acting.require(Right.READ_NATIONAL_FACTS);
        audit.note(Action.READ, Subject.TABLE, List.of(), null, "chairs");
        ChairsFigures before = kept;
        if (before == null || isOlderThan(before, TOO_OLD)) {
            counting.lock();
            try {
                ChairsFigures meanwhile = kept;
                return meanwhile != null && !isOlderThan(meanwhile, TOO_OLD) ? meanwhile : count();
            } finally {
                counting.unlock();
            }
        }
        if (isOlderThan(before, KEPT_FOR)) {
            Acting acting = Acting.current();
            Thread.startVirtualThread(() -> acting.run(this::countBeside));
        }
        return before;
    }

    /// Nobody waits for it: whoever asks meanwhile is shown what was counted before.
    private void countBeside() {
        if (counting.tryLock()) {
            try {
                count();
            } finally {
                counting.unlock();
            }
        }
    }

    private ChairsFigures count() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Boxes.SWEDISH_TIME);
        int days = (int) ChronoUnit.DAYS.between(today, dueTimes.fromNow(RULE).lastDay());
        ChairsFigures fresh = facts.read(sql -> queries.count(sql, now, today, days));
        kept = fresh;
        return fresh;
    }

    /// Time may have been set back, in tests: what was counted in the future counts as old.
    private boolean isOlderThan(ChairsFigures figures, Duration most) {
        Duration age = Duration.between(figures.at(), clock.instant());
        return age.isNegative() || age.compareTo(most) >= 0;
    }
}
