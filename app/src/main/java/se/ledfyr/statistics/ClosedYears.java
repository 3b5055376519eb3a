package se.ledfyr.statistics;

import static se.ledfyr.statistics.internal.tables.ClosedCell.CLOSED_CELL;
import static se.ledfyr.statistics.internal.tables.ClosedYear.CLOSED_YEAR;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.organisations.MemberId;

/// What is kept of closed years: when they were closed and every cell as it stood.
@Repository
class ClosedYears {

    private final DSLContext sql;

    ClosedYears(DSLContext sql) {
        this.sql = sql;
    }

    Set<Integer> years() {
        return new HashSet<>(sql.select(CLOSED_YEAR.YEAR)
                .from(CLOSED_YEAR)
                .fetch(row -> row.value1().intValue()));
    }

    Optional<Instant> closedAt(int year) {
        return sql.select(CLOSED_YEAR.CLOSED_AT)
                .from(CLOSED_YEAR)
                .where(CLOSED_YEAR.YEAR.eq((short) year))
                .fetchOptional(row -> row.value1().toInstant());
    }

    /// Closes the year for whoever comes first; a second one waits until the first has committed.
    ///
    /// @return false when it is closed already
    boolean close(int year, Instant at, MemberId by) {
        return sql.insertInto(CLOSED_YEAR)
                        .set(CLOSED_YEAR.YEAR, (short) year)
                        .set(CLOSED_YEAR.CLOSED_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .set(CLOSED_YEAR.CLOSED_BY, by.value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void keep(int year, PublishedTable table, List<Cell> cells) {
        List<? extends org.jooq.Query> inserts = cells.stream()
                .map(cell -> sql.insertInto(CLOSED_CELL)
                        .set(CLOSED_CELL.YEAR, (short) year)
                        .set(CLOSED_CELL.TABLE_ID, table.id())
                        .set(CLOSED_CELL.CELL, CellKey.of(table, cell).codes())
                        .set(CLOSED_CELL.UNIT, cell.unit().code())
                        .set(CLOSED_CELL.VALUE, cell.value()))
                .toList();
        sql.batch(inserts).execute();
    }

    /// The cells of a table as they stood when the year was closed. A cell that had no number has a null value.
    Map<CellKey, @Nullable BigDecimal> kept(int year, PublishedTable table) {
        Map<CellKey, @Nullable BigDecimal> kept = new HashMap<>();
        for (Record row : sql.select(CLOSED_CELL.CELL, CLOSED_CELL.UNIT, CLOSED_CELL.VALUE)
                .from(CLOSED_CELL)
                .where(CLOSED_CELL.YEAR.eq((short) year))
                .and(CLOSED_CELL.TABLE_ID.eq(table.id()))
                .fetch()) {
            kept.put(
                    new CellKey(row.get(CLOSED_CELL.CELL), Unit.of(row.get(CLOSED_CELL.UNIT))),
                    row.get(CLOSED_CELL.VALUE));
        }
        return kept;
    }
}
