package se.ledfyr.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NationalFacts;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.deadlines.DueTimes;

/// Where people are left between chairs in the country: for the national coordination, those who take what is carried
/// to them as well as those who count.
///
/// Nothing is gone through when somebody asks: the sums are kept up beside the work by [Tally], and the
/// figures say when they last held everything.
@Service
public class Chairs {

    private static final String RULE = "social_services_contact";

    private final ChairsQueries queries;
    private final Tally tally;
    private final NationalFacts facts;
    private final DueTimes dueTimes;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Chairs(
            ChairsQueries queries,
            Tally tally,
            NationalFacts facts,
            DueTimes dueTimes,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.queries = queries;
        this.tally = tally;
        this.facts = facts;
        this.dueTimes = dueTimes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @throws se.ledfyr.access.NotHere for whoever may not see them
    public ChairsFigures get() {
        Acting.require(Right.SEE_CHAIRS);
        // Committed before it is read: the figures come by the connection of another role.
        tally.countALittle();
        return transaction.execute(status -> {
            audit.note(Action.READ, Subject.TABLE, List.of(), null, "chairs");
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, Boxes.SWEDISH_TIME);
            int days =
                    (int) ChronoUnit.DAYS.between(today, dueTimes.fromNow(RULE).lastDay());
            return reader().get(() -> facts.read(sql -> queries.count(sql, now, today, days)));
        });
    }

    /// Whoever works with people at the national coordination reads these sums of the country, and no other facts of
    /// it.
    private static Acting reader() {
        Acting asking = Acting.current();
        Set<Right> rights = EnumSet.copyOf(asking.rights());
        rights.add(Right.READ_NATIONAL_FACTS);
        return new Acting(asking.organisation(), asking.member(), rights);
    }
}
