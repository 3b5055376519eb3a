package se.ledfyr.budget;

import static se.ledfyr.budget.internal.tables.Closing.CLOSING;
import static se.ledfyr.budget.internal.tables.Expense.EXPENSE;
import static se.ledfyr.budget.internal.tables.ExpenseForNsp.EXPENSE_FOR_NSP;
import static se.ledfyr.budget.internal.tables.ExpenseForReturn.EXPENSE_FOR_RETURN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;

/// The statements about what was spent, and about closing.
@Repository
class AccountRows {

    private static final String TRANSFERRED = """
            select coalesce(sum(c.carried_ore + c.committed_ore), 0)::bigint
            from budget.closing c join budget.agreement a on a.id = c.agreement_id
            where a.organisation = ? and a.programme = ? and a.year = ?
            """;

    private static final String SPENT = """
            select coalesce(sum(amount_ore), 0)::bigint as spent,
                   coalesce(sum(amount_ore) filter (where kind <> 'other'), 0)::bigint as promised,
                   coalesce(sum(amount_ore) filter (where kind not in ('other', 'administration')), 0)::bigint as to_people
            from budget.expense where agreement_id = ? and booked_on <= ?::date
            """;

    private static final String RECEIVED =
            "select coalesce(sum(amount_ore), 0)::bigint from budget.instalment where agreement_id = ? and received_on <= ?::date";

    private static final String ADDED = """
            select coalesce(sum(granted_ore), 0)::bigint from budget.supplement
            where agreement_id = ? and state = 'GRANTED' and decided_on <= ?::date
            """;

    private static final String EXPENSES = """
            select e.*, case when e.corrects is null
                             then e.amount_ore + coalesce((select sum(c.amount_ore) from budget.expense c where c.corrects = e.id), 0)::bigint
                             else 0 end as left_ore
            from budget.expense e
            where e.agreement_id = ? and (?::uuid is null or e.id = ?::uuid)
            order by e.booked_on desc, e.created_at desc, e.id
            limit ? offset ?
            """;

    private final DSLContext sql;

    AccountRows(DSLContext sql) {
        this.sql = sql;
    }

    /// What was booked by a day.
    ///
    /// @param promised of it, for what is promised: days, measures, returns, administration
    /// @param toPeople of that, without administration
    record Spent(Money all, Money promised, Money toPeople) {}

    Money transferred(Agreement agreement) {
        return money(
                TRANSFERRED, agreement.keeper().value(), agreement.programme().name(), agreement.year() - 1);
    }

    Spent spent(AgreementId id, LocalDate until) {
        Record row = sql.fetchSingle(SPENT, id.value(), until);
        return new Spent(
                new Money(row.get("spent", Long.class)),
                new Money(row.get("promised", Long.class)),
                new Money(row.get("to_people", Long.class)));
    }

    Money received(AgreementId id, LocalDate until) {
        return money(RECEIVED, id.value(), until);
    }

    Money added(AgreementId id, LocalDate until) {
        return money(ADDED, id.value(), until);
    }

    List<Expense> expenses(AgreementId id, int limit, int offset) {
        return sql.fetch(EXPENSES, id.value(), null, null, limit, offset).map(AccountRows::readExpense);
    }

    Optional<Expense> expense(AgreementId id, ExpenseId expense) {
        return sql
                .fetch(EXPENSES, id.value(), expense.value(), expense.value(), 1, 0)
                .map(AccountRows::readExpense)
                .stream()
                .findFirst();
    }

    void book(ExpenseId id, AgreementId agreement, Expense expense, Instant at) {
        sql.insertInto(EXPENSE)
                .set(EXPENSE.ID, id.value())
                .set(EXPENSE.AGREEMENT_ID, agreement.value())
                .set(EXPENSE.BOOKED_ON, expense.bookedOn())
                .set(EXPENSE.KIND, expense.kind())
                .set(EXPENSE.QUANTITY, expense.quantity())
                .set(EXPENSE.AMOUNT_ORE, expense.amount().ore())
                .set(EXPENSE.NOTE, expense.note())
                .set(
                        EXPENSE.CORRECTS,
                        expense.corrects() == null ? null : expense.corrects().value())
                .set(EXPENSE.CREATED_AT, AgreementRows.utc(at))
                .set(EXPENSE.CREATED_BY, AgreementRows.member())
                .execute();
    }

    void link(Programme programme, ExpenseId id, UUID which) {
        UUID own = Acting.current().organisation().value();
        switch (programme) {
            case NSP ->
                sql.insertInto(EXPENSE_FOR_NSP)
                        .set(EXPENSE_FOR_NSP.EXPENSE_ID, id.value())
                        .set(EXPENSE_FOR_NSP.ORGANISATION, own)
                        .set(EXPENSE_FOR_NSP.GRANT_ID, which)
                        .execute();
            case AMP ->
                sql.insertInto(EXPENSE_FOR_RETURN)
                        .set(EXPENSE_FOR_RETURN.EXPENSE_ID, id.value())
                        .set(EXPENSE_FOR_RETURN.ORGANISATION, own)
                        .set(EXPENSE_FOR_RETURN.RETURN_ID, which)
                        .execute();
        }
    }

    Optional<Closing> closing(AgreementId id) {
        return sql.selectFrom(CLOSING)
                .where(CLOSING.AGREEMENT_ID.eq(id.value()))
                .fetchOptional(row -> new Closing(
                        row.get(CLOSING.CLOSED_ON),
                        new Account(
                                new Money(row.get(CLOSING.GRANTED_ORE)),
                                new Money(row.get(CLOSING.TRANSFERRED_ORE)),
                                new Money(row.get(CLOSING.SUPPLEMENTS_ORE)),
                                received(id, LocalDate.of(9999, 12, 31)),
                                new Money(row.get(CLOSING.SPENT_ORE)),
                                new Money(row.get(CLOSING.COMMITTED_ORE))),
                        new Money(row.get(CLOSING.CARRIED_ORE)),
                        new Money(row.get(CLOSING.PAID_BACK_ORE)),
                        row.get(CLOSING.CONFIRMED_ON)));
    }

    void close(AgreementId id, Closing closing, Instant at) {
        Account account = closing.account();
        sql.insertInto(CLOSING)
                .set(CLOSING.AGREEMENT_ID, id.value())
                .set(CLOSING.CLOSED_ON, closing.closedOn())
                .set(CLOSING.GRANTED_ORE, account.granted().ore())
                .set(CLOSING.TRANSFERRED_ORE, account.transferred().ore())
                .set(CLOSING.SUPPLEMENTS_ORE, account.supplements().ore())
                .set(CLOSING.SPENT_ORE, account.spent().ore())
                .set(CLOSING.COMMITTED_ORE, account.committed().ore())
                .set(CLOSING.RESULT_ORE, account.result().ore())
                .set(CLOSING.CARRIED_ORE, closing.carried().ore())
                .set(CLOSING.PAID_BACK_ORE, closing.paidBack().ore())
                .set(CLOSING.CLOSED_AT, AgreementRows.utc(at))
                .set(CLOSING.CLOSED_BY, AgreementRows.member())
                .execute();
    }

    boolean confirm(AgreementId id, LocalDate day) {
        return sql.update(CLOSING)
                        .set(CLOSING.CONFIRMED_ON, day)
                        .set(CLOSING.CONFIRMED_BY, AgreementRows.member())
                        .where(CLOSING.AGREEMENT_ID.eq(id.value()))
                        .and(CLOSING.CONFIRMED_ON.isNull())
                        .execute()
                == 1;
    }

    private Money money(String query, Object... binds) {
        return new Money(sql.fetchSingle(query, binds).get(0, Long.class));
    }

    private static Expense readExpense(Record row) {
        UUID corrects = row.get("corrects", UUID.class);
        return new Expense(
                new ExpenseId(row.get("id", UUID.class)),
                row.get("booked_on", LocalDate.class),
                row.get("kind", String.class),
                row.get("quantity", Integer.class),
                new Money(row.get("amount_ore", Long.class)),
                row.get("note", String.class),
                corrects == null ? null : new ExpenseId(corrects),
                new Money(row.get("left_ore", Long.class)));
    }
}
