package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Sums of what a programme promised, added up where the rows are. They say the same as [Promises] does of the
/// people one by one.
@Repository
class PromisedRows {

    private static final String OWED = """
            with reserved as (select coalesce(sum(c.committed_ore), 0)::bigint as ore
                              from budget.closing c join budget.agreement a on a.id = c.agreement_id
                              where a.organisation = ? and a.programme = ? and a.year = ?)
            select case when r.ore = 0 then 0 else least(r.ore, budget.owed_before(?, ?, ?::date, ?::date)) end from reserved r
            """;

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

    /// What returns of the years before a day are still owed from then on, by what was known on the
    /// evening of another.
    Money owedBefore(Agreement agreement, LocalDate before, LocalDate until) {
        return new Money(sql.fetchSingle(
                        "select budget.owed_before(?, ?, ?::date, ?::date)",
                        agreement.programme().name(),
                        agreement.keeper().value(),
                        before,
                        until)
                .get(0, Long.class));
    }

    /// The same for the year of an agreement, and no more than was reserved for it when the year before
    /// was closed.
    Money owed(Agreement agreement, LocalDate until) {
        return new Money(sql.fetchSingle(
                        OWED,
                        agreement.keeper().value(),
                        agreement.programme().name(),
                        agreement.year() - 1,
                        agreement.programme().name(),
                        agreement.keeper().value(),
                        agreement.first(),
                        until)
                .get(0, Long.class));
    }

    /// The same for all of their days, by how it ended for them; the outcome is empty while nobody has
    /// said.
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
