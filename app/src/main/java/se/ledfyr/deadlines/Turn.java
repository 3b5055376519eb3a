package se.ledfyr.deadlines;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;

/// Finds what is due in any organisation, for the house itself. What comes is locked until the transaction ends, and
/// what another node holds is passed over.
@Repository
class Turn {

    private final DSLContext sql;

    Turn(DSLContext sql) {
        this.sql = sql;
    }

    /// @throws IllegalStateException when somebody is bound: the house works through this with nobody
    List<Taken> dueClocks(Instant until, int most) {
        return take("deadlines.take_due({0}, {1})", until, most);
    }

    /// @throws IllegalStateException when somebody is bound
    List<Taken> waitingLetters(Instant until, int most) {
        return take("deadlines.take_letters({0}, {1})", until, most);
    }

    private List<Taken> take(String function, Instant until, int most) {
        if (Acting.ifBound().isPresent()) {
            throw new IllegalStateException("What is due everywhere is nobody's to see");
        }
        return sql.select(DSL.field("id", UUID.class), DSL.field("organisation", UUID.class))
                .from(function, DSL.val(until.atOffset(ZoneOffset.UTC)), DSL.val(most))
                .fetch(row -> new Taken(row.value1(), new OrganisationId(row.value2())));
    }
}
