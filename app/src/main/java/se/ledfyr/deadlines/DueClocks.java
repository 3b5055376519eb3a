package se.ledfyr.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.OrganisationId;

/// Deals with the clocks whose time has come: each once, in the transaction that marks it, for its own organisation.
///
/// Any number of nodes may do this at the same time: rows held by one are passed over by the others, and the mark
/// itself is a conditional update. A node that dies in the middle leaves its batch as it was.
@Component
class DueClocks {

    private static final Logger LOG = LoggerFactory.getLogger(DueClocks.class);
    private static final int BATCH = 200;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final Turn turn;
    private final ClockQueries queries;
    private final Reminders reminders;
    private final JointTransaction parts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final ClockKinds kinds;
    private final Clock clock;

    DueClocks(
            Turn turn,
            ClockQueries queries,
            Reminders reminders,
            JointTransaction parts,
            AuditLog audit,
            TransactionTemplate transaction,
            ClockKinds kinds,
            Clock clock) {
        this.turn = turn;
        this.queries = queries;
        this.reminders = reminders;
        this.parts = parts;
        this.audit = audit;
        this.transaction = transaction;
        this.kinds = kinds;
        this.clock = clock;
    }

    /// Deals with everything that is due now.
    ///
    /// @return how many clocks were dealt with; those that failed are not among them
    int work() {
        Map<String, ClockHandler> byKind = kinds.byKind();
        int handled = 0;
        boolean more = true;
        while (more) {
            Instant now = clock.instant();
            List<Taken> taken = new ArrayList<>();
            try {
                handled += transaction.execute(status -> {
                    taken.addAll(turn.dueClocks(now, BATCH));
                    return handle(taken, byKind, now);
                });
            } catch (RuntimeException failure) {
                if (taken.isEmpty()) {
                    throw failure;
                }
                handled += oneByOne(taken, byKind, now);
            }
            more = !taken.isEmpty();
        }
        return handled;
    }

    private int handle(List<Taken> taken, Map<String, ClockHandler> byKind, Instant now) {
        Map<OrganisationId, List<UUID>> byOrganisation = new LinkedHashMap<>();
        taken.forEach(one -> byOrganisation
                .computeIfAbsent(one.organisation(), organisation -> new ArrayList<>())
                .add(one.id()));
        int handled = 0;
        for (Map.Entry<OrganisationId, List<UUID>> part : byOrganisation.entrySet()) {
            handled += parts.as(houseFor(part.getKey()), () -> handleHere(part.getValue(), byKind, now));
        }
        return handled;
    }

    private int handleHere(List<UUID> ids, Map<String, ClockHandler> byKind, Instant now) {
        List<RunningClock> marked = queries.mark(ids, now);
        for (RunningClock each : marked) {
            ClockHandler handler = byKind.get(each.kind());
            if (handler != null && each.stage() == ClockStage.DUE) {
                handler.due(each);
            } else if (handler != null) {
                handler.remind(each);
            }
        }
        reminders.write(
                marked.stream().filter(each -> sendsLetters(each, byKind)).toList());
        note(marked);
        return marked.size();
    }

    private static boolean sendsLetters(RunningClock each, Map<String, ClockHandler> byKind) {
        ClockHandler handler = byKind.get(each.kind());
        return handler == null || handler.sendsLetters();
    }

    private void note(List<RunningClock> marked) {
        note(marked, ClockStage.REMINDED, Action.CLOCK_REMINDED);
        note(marked, ClockStage.DUE, Action.CLOCK_DUE);
    }

    private void note(List<RunningClock> marked, ClockStage stage, Action action) {
        List<UUID> subjects = marked.stream()
                .filter(each -> each.stage() == stage)
                .map(each -> each.id().value())
                .toList();
        if (!subjects.isEmpty()) {
            audit.note(action, Subject.CLOCK, subjects, null, null);
        }
    }

    /// Something in a batch failed and undid all of it. Alone, the others do what they should, and the one that
    /// fails is tried again later: a fault in one place must not stop every clock of the country.
    private int oneByOne(List<Taken> taken, Map<String, ClockHandler> byKind, Instant now) {
        int handled = 0;
        for (Taken one : taken) {
            try {
                handled += transaction.execute(status -> handle(List.of(one), byKind, now));
            } catch (RuntimeException failure) {
                LOG.error(
                        "Clock {} could not be dealt with: {}",
                        one.id(),
                        failure.getClass().getName());
                transaction.executeWithoutResult(status -> postpone(one, now));
            }
        }
        return handled;
    }

    private void postpone(Taken one, Instant now) {
        parts.as(houseFor(one.organisation()), () -> queries.postpone(one.id(), now, LONGEST_PAUSE));
    }

    private static Acting houseFor(OrganisationId organisation) {
        return Acting.houseFor(organisation, Right.WORK_WITH_PEOPLE);
    }
}
