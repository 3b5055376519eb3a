package se.ledfyr.observations;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Tables of what organisations answer, counted anew only when something of the year was written since. Sums alone are
/// kept, the same for everybody who may read them.
final class AnsweredTables {

    private static final String WRITTEN =
            "select contacts, versions, last_at from surveys_api.year_as_written where year = {0}";

    /// How a year stood when it was counted.
    record Stamp(long contacts, long versions, OffsetDateTime lastAt) {}

    /// How what happened is read.
    interface Reading {
        List<Happening> of(DSLContext sql, Observed what, int year);
    }

    private record Kept(Stamp stamp, Map<Observed, ObservationTable> tables) {}

    private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

    /// Every table of the forms; nothing is counted for a year that nobody answered for.
    Map<Observed, ObservationTable> of(DSLContext sql, int year, Reading reading) {
        @Nullable
        Stamp stamp = sql.resultQuery(WRITTEN, DSL.val(year))
                .fetchOptional(row ->
                        new Stamp(row.get(0, Long.class), row.get(1, Long.class), row.get(2, OffsetDateTime.class)))
                .orElse(null);
        Kept before = kept.get(year);
        if (stamp != null && before != null && before.stamp().equals(stamp)) {
            return before.tables();
        }
        Map<Observed, ObservationTable> tables = new EnumMap<>(Observed.class);
        for (Observed what : Observed.values()) {
            if (what.source() == Observed.Source.FORMS) {
                tables.put(what, ObservationTable.of(what, stamp == null ? List.of() : reading.of(sql, what, year)));
            }
        }
        if (stamp != null) {
            kept.put(year, new Kept(stamp, tables));
        }
        return tables;
    }
}
