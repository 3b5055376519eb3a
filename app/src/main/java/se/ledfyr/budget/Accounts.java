package se.ledfyr.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;

/// The account of an agreement: what was booked, what is promised, what is left, and its closing.
@Service
@Transactional
public class Accounts {

    /// Rows on one page of expenses.
    public static final int PAGE = 50;

    private final AccountRows rows;
    private final TieRows ties;
    private final AgreementRows agreementRows;
    private final Agreements agreements;
    private final PromiseDesk promises;
    private final SupplementRows supplements;
    private final AuditLog audit;
    private final Clock clock;

    Accounts(
            AccountRows rows,
            TieRows ties,
            AgreementRows agreementRows,
            Agreements agreements,
            PromiseDesk promises,
            SupplementRows supplements,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.ties = ties;
        this.agreementRows = agreementRows;
        this.agreements = agreements;
        this.promises = promises;
        this.supplements = supplements;
        this.audit = audit;
        this.clock = clock;
    }

    /// Where the account stands today; for a closed one, where it was closed.
    public Account of(AgreementId id) {
        Agreement agreement = agreements.get(id);
        return rows.closing(id).map(Closing::account).orElseGet(() -> reckon(agreement, agreements.today()));
    }

    /// Where the account stood on a day: what had been booked, granted and admitted by then.
    Account reckon(Agreement agreement, LocalDate asOf) {
        return reckon(agreement, asOf, promises.committed(agreement, asOf));
    }

    /// The money of the year as it was known on a day, without looking at what was spent or promised.
    Account money(Agreement agreement, LocalDate asOf) {
        return new Account(
                agreement.granted(),
                rows.transferred(agreement),
                rows.added(agreement.id(), asOf),
                rows.received(agreement.id(), asOf),
                Money.ZERO,
                Money.ZERO);
    }

    /// The same, where what was promised is known already.
    Account reckon(Agreement agreement, LocalDate asOf, Promises promised) {
        return reckon(agreement, asOf, promised.between(agreement.first(), agreement.last()));
    }

    private Account reckon(Agreement agreement, LocalDate asOf, Money promised) {
        AccountRows.Spent spent = rows.spent(agreement.id(), asOf);
        Account money = money(agreement, asOf);
        return new Account(
                money.granted(),
                money.transferred(),
                money.supplements(),
                money.received(),
                spent.all(),
                promised.minus(spent.promised()).orNothing());
    }

    /// The newest first, [#PAGE] at a time.
    ///
    /// @param page from 0
    public List<Expense> expenses(AgreementId id, int page) {
        agreements.get(id);
        return rows.expenses(id, PAGE + 1, page * PAGE);
    }

    /// @throws NotNow when the account is closed, or the agreement has not been taken on
    /// @throws NotHere when the grant it is for is not there for the acting member
    public ExpenseId book(AgreementId id, NewExpense expense) {
        Agreement agreement = open(id);
        Optional<UUID> forWhom = Optional.ofNullable(expense.forWhom())
                .map(which -> ties.find(agreement.programme(), which)
                        .map(Ties.Tie::id)
                        .orElseThrow(NotHere::new));
        ExpenseId booked = ExpenseId.random();
        rows.book(
                booked,
                id,
                new Expense(
                        booked,
                        expense.bookedOn(),
                        expense.kind(),
                        expense.quantity(),
                        expense.amount(),
                        expense.note(),
                        null,
                        expense.amount()),
                clock.instant());
        forWhom.ifPresent(which -> rows.link(agreement.programme(), booked, which));
        audit.note(Action.EXPENSE_BOOKED, Subject.ACCOUNT, List.of(id.value(), booked.value()), null, expense.kind());
        return booked;
    }

    /// Takes an amount of a booked expense back, as a row of its own. What was booked stays as it was.
    /// When the account it was booked in is closed, the correction is booked in the open account of a
    /// later year.
    ///
    /// @param of the account it was booked in
    /// @throws NotNow when more is taken back than is left, or there is no open account to book it in
    public ExpenseId correct(AgreementId of, ExpenseId wrong, Money back, String note) {
        Agreement agreement = agreements.kept(of);
        Expense expense = rows.expense(of, wrong).orElseThrow(NotHere::new);
        if (!back.isPositive() || expense.left().compareTo(back) < 0) {
            throw new NotNow("budget.error.too-much-back");
        }
        Agreement into = rows.closing(of).isEmpty() ? agreement : later(agreement);
        ExpenseId booked = ExpenseId.random();
        rows.book(
                booked,
                open(into.id()).id(),
                new Expense(
                        booked,
                        agreements.today(),
                        expense.kind(),
                        null,
                        new Money(-back.ore()),
                        note,
                        wrong,
                        Money.ZERO),
                clock.instant());
        audit.note(
                Action.EXPENSE_BOOKED,
                Subject.ACCOUNT,
                List.of(into.id().value(), booked.value(), wrong.value()),
                null,
                "correction");
        return booked;
    }

    private Agreement later(Agreement closed) {
        return agreementRows.list().stream()
                .filter(one -> one.keeper().equals(closed.keeper())
                        && one.programme() == closed.programme()
                        && one.year() > closed.year()
                        && one.isAccepted()
                        && rows.closing(one.id()).isEmpty())
                .min(java.util.Comparator.comparingInt(Agreement::year))
                .orElseThrow(() -> new NotNow("budget.error.closed"));
    }

    /// The account as it was closed.
    public Optional<Closing> closing(AgreementId id) {
        agreements.get(id);
        return rows.closing(id);
    }

    /// What closing would say: what was booked, and what was promised to people already admitted that follows to
    /// the year after, days after the last of the year and what is not paid yet of journeys that go on.
    public Account beforeClosing(AgreementId id) {
        Agreement agreement = agreements.get(id);
        LocalDate forever = LocalDate.of(9999, 12, 31);
        Account stands = reckon(agreement, forever);
        Money promised = promises.toPeople(agreement, forever, agreement.first(), agreement.last())
                .plus(promises.owed(agreement, forever));
        Money after = promises.after(
                agreement,
                promised.minus(rows.spent(agreement.id(), forever).toPeople()).orNothing());
        return new Account(
                stands.granted(), stands.transferred(), stands.supplements(), stands.received(), stands.spent(), after);
    }

    /// Closes the account of a year that is over. What was promised and is not paid follows to the next
    /// year with its money.
    ///
    /// @param carried of what is left, what goes to the year after; the rest is paid back
    /// @throws NotNow when the year is not over, a request waits for its answer, the year before is
    ///     open, or more is carried than is left
    public void close(AgreementId id, Money carried) {
        Agreement agreement = open(id);
        if (!agreements.today().isAfter(agreement.last())) {
            throw new NotNow("budget.error.year-not-over");
        }
        agreementRows.hold(id);
        if (rows.closing(id).isPresent()) {
            throw new NotNow("budget.error.closed");
        }
        if (supplements.waits(id)) {
            throw new NotNow("budget.error.request-waits");
        }
        if (earlierIsOpen(agreement)) {
            throw new NotNow("budget.error.earlier-open");
        }
        Account account = beforeClosing(id);
        Money left = account.result().orNothing();
        if (carried.isNegative() || carried.compareTo(left) > 0) {
            throw new NotNow("budget.error.carried");
        }
        rows.close(id, new Closing(agreements.today(), account, carried, left.minus(carried), null), clock.instant());
        audit.note(Action.ACCOUNT_CLOSED, Subject.ACCOUNT, id.value(), null);
    }

    /// The funder agrees to a closed account.
    ///
    /// @throws NotNow when it is not closed
    public void confirm(AgreementId id) {
        agreements.funded(id);
        if (rows.closing(id).isEmpty()) {
            throw new NotNow("budget.error.not-closed");
        }
        if (rows.confirm(id, agreements.today())) {
            audit.note(Action.ACCOUNT_CONFIRMED, Subject.ACCOUNT, id.value(), null);
        }
    }

    private boolean earlierIsOpen(Agreement agreement) {
        return agreementRows.list().stream()
                .anyMatch(one -> one.keeper().equals(agreement.keeper())
                        && one.programme() == agreement.programme()
                        && one.year() < agreement.year()
                        && rows.closing(one.id()).isEmpty());
    }

    private Agreement open(AgreementId id) {
        Agreement agreement = agreements.kept(id);
        if (!agreement.isAccepted()) {
            throw new NotNow("budget.error.not-taken-on");
        }
        if (rows.closing(id).isPresent()) {
            throw new NotNow("budget.error.closed");
        }
        return agreement;
    }
}
