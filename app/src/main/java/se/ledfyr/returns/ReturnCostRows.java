package se.ledfyr.returns;

import static se.ledfyr.returns.internal.tables.CostLine.COST_LINE;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of plans of costs. What is planned for each person follows from them.
@Repository
class ReturnCostRows {

    private final DSLContext sql;
    private final Clock clock;

    ReturnCostRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void addToGroup(GroupId group, NewCost cost) {
        add(group.value(), null, cost);
    }

    void addTo(ReturnId application, NewCost cost) {
        add(null, application.value(), cost);
    }

    private void add(@Nullable UUID group, @Nullable UUID application, NewCost cost) {
        sql.insertInto(COST_LINE)
                .set(COST_LINE.ID, UUID.randomUUID())
                .set(COST_LINE.GROUP_ID, group)
                .set(COST_LINE.APPLICATION_ID, application)
                .set(COST_LINE.WHAT, cost.what())
                .set(COST_LINE.UNIT_ORE, cost.unitOre())
                .set(COST_LINE.PERSONS, cost.persons())
                .set(COST_LINE.NOTED_IN, OpeningRows.organisation())
                .set(COST_LINE.NOTED_BY, OpeningRows.member())
                .set(COST_LINE.NOTED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// @return false when there is no such line
    boolean removeFromGroup(GroupId group, UUID line) {
        return remove(line, COST_LINE.GROUP_ID.eq(group.value()));
    }

    /// @return false when there is no such line
    boolean removeFrom(ReturnId application, UUID line) {
        return remove(line, COST_LINE.APPLICATION_ID.eq(application.value()));
    }

    private boolean remove(UUID line, Condition where) {
        return sql.update(COST_LINE)
                        .set(COST_LINE.REMOVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .where(COST_LINE.ID.eq(line))
                        .and(where)
                        .and(COST_LINE.REMOVED_AT.isNull())
                        .execute()
                == 1;
    }

    List<CostLine> listOf(GroupId group) {
        return list(COST_LINE.GROUP_ID.eq(group.value()));
    }

    List<CostLine> listOf(ReturnId application) {
        return list(COST_LINE.APPLICATION_ID.eq(application.value()));
    }

    private List<CostLine> list(Condition which) {
        return sql.selectFrom(COST_LINE)
                .where(which)
                .and(COST_LINE.REMOVED_AT.isNull())
                .orderBy(COST_LINE.NOTED_AT, COST_LINE.ID)
                .fetch(row -> new CostLine(
                        row.get(COST_LINE.ID),
                        row.get(COST_LINE.WHAT),
                        row.get(COST_LINE.UNIT_ORE),
                        row.get(COST_LINE.PERSONS),
                        row.get(COST_LINE.TOTAL_ORE)));
    }

    /// Gives everybody in a group their share of its plan, in whole öre, so that the sum is that of the
    /// plan.
    void shareOut(GroupId group) {
        sql.fetch(
                "select returns.share_out(?, ?::timestamptz)",
                group.value(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }
}
