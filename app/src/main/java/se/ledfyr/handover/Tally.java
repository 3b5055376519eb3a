package se.ledfyr.handover;

import java.time.Clock;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.deadlines.HouseWork;

/// Keeps the sums of the chairs view up to date: every few seconds, and a little whenever somebody looks.
@Component
class Tally implements HouseWork {

    /// So few that whoever looks does not notice.
    private static final int A_LITTLE = 100;

    private static final int AT_ONCE = 1_000;

    /// After a flood of changes the rest waits for the next turn, so that other work of the house is
    /// not kept waiting.
    private static final int MOST_ROUNDS = 100;

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tally(DSLContext sql, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "chairs";
    }

    @Override
    public void work() {
        int rounds = 0;
        while (!count(AT_ONCE) && rounds < MOST_ROUNDS) {
            rounds++;
        }
    }

    void countALittle() {
        count(A_LITTLE);
    }

    /// @return whether everything that had changed is in the sums; false as well while another is at it
    private boolean count(int atMost) {
        return Boolean.TRUE.equals(transaction.execute(status -> sql.select(DSL.field(
                        "handover.tally_up({0}, {1})",
                        Boolean.class, DSL.val(atMost), DSL.val(OfferRows.utc(clock.instant()))))
                .fetchSingle()
                .value1()));
    }
}
