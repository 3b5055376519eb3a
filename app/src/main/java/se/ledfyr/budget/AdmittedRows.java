package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Asks the database who was admitted when; it answers the two ends of an agreement, without anybody's
/// identifier.
@Repository
class AdmittedRows {

    private final DSLContext sql;

    AdmittedRows(DSLContext sql) {
        this.sql = sql;
    }

    List<Admitted> list(Agreement agreement, LocalDate since, LocalDate until) {
        return sql.fetch(
                        "select * from budget.admitted(?, ?, ?::date, ?::date)",
                        agreement.programme().name(),
                        agreement.keeper().value(),
                        since,
                        until)
                .map(row -> new Admitted(
                        row.get("day", LocalDate.class),
                        row.get("charged_on", LocalDate.class),
                        row.get("party", Integer.class),
                        row.get("grouped", Integer.class),
                        row.get("days", Integer.class),
                        money(row.get("once_ore", Long.class)),
                        new Money(row.get("paid_ore", Long.class)),
                        row.get("housed", Boolean.class),
                        row.get("departed", Boolean.class),
                        row.get("outcome", String.class)));
    }

    /// Who had applied by a day, or was answered since another.
    List<Application> applied(Agreement agreement, LocalDate since, LocalDate until) {
        return sql.fetch(
                        "select * from budget.applied(?, ?, ?::date, ?::date)",
                        agreement.programme().name(),
                        agreement.keeper().value(),
                        since,
                        until)
                .map(row -> new Application(
                        row.get("applied_on", LocalDate.class),
                        row.get("decided_on", LocalDate.class),
                        row.get("admitted", Boolean.class),
                        row.get("together", Integer.class),
                        row.get("begun", Integer.class),
                        money(row.get("planned_ore", Long.class))));
    }

    private static @Nullable Money money(@Nullable Long ore) {
        return ore == null ? null : new Money(ore);
    }
}
