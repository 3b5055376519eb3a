package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Sums of what a programme promised, added up where the rows are. They say the same as [Promises] does of
/// the people one by one.
@Repository
class PromisedRows {

    private final DSLContext sql;

    PromisedRows(DSLContext sql) {
        this.sql = sql;
    }

    /// Those admitted in one year.
    ///
    /// @param days of theirs in that year
    /// @param daysAfter of theirs in the year after
    /// @param after what falls on the year after
    record OfYear(int year, long persons, long days, long daysAfter, Money after) {}

    /// What was promised to people admitted from `since` to `until` for the days from `first` to `last`.
    Money toPeople(Agreement agreement, LocalDate since, LocalDate until, LocalDate first, LocalDate last) {
        return new Money(sql.fetchSingle(
                        "select budget.promised(?, ?, ?::date, ?::date, ?::date, ?::date)",
                        agreement.programme().name(),
                        agreement.keeper().value(),
                        since,
                        until,
                        first,
                        last)
                .get(0, Long.class));
    }

    /// The same for all of their days, by how it ended for them; the outcome is empty while nobody has said.
    List<Outcomes.Left> byOutcome(Agreement agreement, LocalDate since, LocalDate until) {
        return sql.fetch(
                        "select * from budget.promised_by_outcome(?, ?, ?::date, ?::date)",
                        agreement.programme().name(),
                        agreement.keeper().value(),
                        since,
                        until)
                .map(row -> new Outcomes.Left(
                        row.get("outcome", String.class),
                        row.get("persons", Long.class),
                        new Money(row.get("promised_ore", Long.class))));
    }

    /// Year by year of admission, of those admitted until a day.
    List<OfYear> byYear(Agreement agreement, LocalDate until) {
        return sql.fetch(
                        "select * from budget.promised_by_year(?, ?, ?::date)",
                        agreement.programme().name(),
                        agreement.keeper().value(),
                        until)
                .map(row -> new OfYear(
                        row.get("year", Integer.class),
                        row.get("persons", Long.class),
                        row.get("days", Long.class),
                        row.get("days_after", Long.class),
                        new Money(row.get("ore_after", Long.class))));
    }
}
