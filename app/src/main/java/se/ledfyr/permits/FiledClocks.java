package se.ledfyr.permits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.access.Right;
import se.ledfyr.deadlines.HouseWork;
import se.ledfyr.organisations.OrganisationId;

/// Keeps the clocks of reflection periods that came by file as they should be: set once a file has brought one that
/// runs, moved into the case once its person has one, set anew when a file corrects the days, and stopped when it takes
/// the period back. Whoever brings in the file waits for none of it.
@Component
class FiledClocks implements HouseWork {

    private static final int AT_ONCE = 200;

    private final DSLContext sql;
    private final ReflectionClocks clocks;
    private final JointTransaction parts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FiledClocks(
            DSLContext sql,
            ReflectionClocks clocks,
            JointTransaction parts,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.clocks = clocks;
        this.parts = parts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "filed-periods";
    }

    @Override
    public void work() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Applications.LOCAL_TIME);
        transaction.executeWithoutResult(status -> {
            List<UUID> offices = sql.fetch("select permits.offices_to_follow(?) as office", today)
                    .getValues("office", UUID.class);
            for (UUID office : offices) {
                parts.as(
                        Acting.houseFor(new OrganisationId(office), Right.WORK_WITH_PEOPLE),
                        () -> followThoseOf(today));
            }
        });
    }

    /// What is left over is done a few seconds later.
    private int followThoseOf(LocalDate today) {
        List<Record> wrong = List.copyOf(sql.fetch("select * from permits.filed_clocks(?, ?)", today, AT_ONCE));
        for (Record row : wrong) {
            UUID id = row.get("id", UUID.class);
            @Nullable LocalDate last = row.get("end_on", LocalDate.class);
            @Nullable UUID caseId = row.get("case_id", UUID.class);
            clocks.followFiled(id, row.get("start_on", LocalDate.class), last, caseId);
            sql.execute(
                    "update permits.reflection_period set asked_until = ?::date, asked_in = ?::uuid where id = ?",
                    last,
                    caseId,
                    id);
        }
        return wrong.size();
    }
}
