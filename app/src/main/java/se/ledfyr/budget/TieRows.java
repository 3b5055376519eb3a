package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;

/// The statements about whose grant an expense is for. Row-level security leaves the links of the acting
/// organisation, and none of somebody sealed.
@Repository
class TieRows {

    private static final String SUPPORT = "select id, granted_on from programmes_api.counted_nsp_grant where id = ?";

    private static final String RETURN = """
            select id, granted_on from returns_api.programme_return
            where (id = ? or grant_id = ?) and operator = ? and state = 'ADMITTED'
            order by id limit 1
            """;

    private static final String OF_SUPPORT = """
            select l.expense_id, g.id, g.granted_on
            from budget.expense_for_nsp l join programmes_api.counted_nsp_grant g on g.id = l.grant_id
            where l.expense_id = any (?)
            """;

    private static final String OF_RETURNS = """
            select l.expense_id, r.id, r.granted_on
            from budget.expense_for_return l join returns_api.programme_return r on r.id = l.return_id
            where l.expense_id = any (?)
            """;

    private static final String BOOKED = """
            select e.agreement_id, e.booked_on, e.kind,
                   e.amount_ore + coalesce((select sum(c.amount_ore) from budget.expense c where c.corrects = e.id), 0)::bigint as left_ore
            from %s l join budget.expense e on e.id = l.expense_id
            where l.%s = ?
            order by e.booked_on desc, e.created_at desc, e.id
            """;

    private static final String OPEN = """
            select a.id, a.year::int as year from budget.agreement a
            where a.programme = ? and a.organisation = ? and a.accepted_on is not null
              and not exists (select from budget.closing c where c.agreement_id = a.id)
            order by a.year desc
            """;

    private final DSLContext sql;

    TieRows(DSLContext sql) {
        this.sql = sql;
    }

    /// A grant of the support programme by its id; a return that the acting organisation admitted, by its id or that
    /// of its grant.
    Optional<Ties.Tie> find(Programme programme, UUID which) {
        Optional<Record> found = switch (programme) {
            case NSP -> sql.fetchOptional(SUPPORT, which);
            case AMP ->
                sql.fetchOptional(
                        RETURN, which, which, Acting.current().organisation().value());
        };
        return found.map(TieRows::tie);
    }

    Map<ExpenseId, Ties.Tie> list(Programme programme, List<ExpenseId> expenses) {
        String query = switch (programme) {
            case NSP -> OF_SUPPORT;
            case AMP -> OF_RETURNS;
        };
        UUID[] ids = expenses.stream().map(ExpenseId::value).toArray(UUID[]::new);
        return sql.fetch(query, (Object) ids)
                .intoMap(row -> new ExpenseId(row.get("expense_id", UUID.class)), TieRows::tie);
    }

    List<Ties.Booked> bookedFor(Programme programme, UUID which) {
        String query = switch (programme) {
            case NSP -> BOOKED.formatted("budget.expense_for_nsp", "grant_id");
            case AMP -> BOOKED.formatted("budget.expense_for_return", "return_id");
        };
        return sql.fetch(query, which)
                .map(row -> new Ties.Booked(
                        new AgreementId(row.get("agreement_id", UUID.class)),
                        row.get("booked_on", LocalDate.class),
                        row.get("kind", String.class),
                        new Money(row.get("left_ore", Long.class))));
    }

    List<Ties.Open> open(Programme programme) {
        return sql.fetch(OPEN, programme.name(), Acting.current().organisation().value())
                .map(row -> new Ties.Open(new AgreementId(row.get("id", UUID.class)), row.get("year", Integer.class)));
    }

    private static Ties.Tie tie(Record row) {
        return new Ties.Tie(row.get("id", UUID.class), row.get("granted_on", LocalDate.class));
    }
}
