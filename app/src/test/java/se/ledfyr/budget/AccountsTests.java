package se.ledfyr.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// Accounts add up to the öre, are the same for both ends, and stay as they were closed.
@HouseTest
class AccountsTests {

    @Autowired
    TestMoney money;

    @Autowired
    Agreements agreements;

    @Autowired
    Accounts accounts;

    @Autowired
    Supplements supplements;

    @Autowired
    Prices prices;

    private ExpenseId book(Acting keeper, AgreementId id, int year, long kronor) {
        return keeper.get(() -> accounts.book(
                id,
                new NewExpense(LocalDate.of(year, 5, 1), "interpreter", 3, Money.kronor(kronor), "Verifikat 1", null)));
    }

    private static void isNotHere(Runnable work) {
        assertThatExceptionOfType(NotHere.class).isThrownBy(work::run);
    }

    private static void notNow(String key, Runnable work) {
        assertThatExceptionOfType(NotNow.class)
                .isThrownBy(work::run)
                .satisfies(why -> assertThat(why.key()).isEqualTo(key));
    }

    @Test
    void bothEndsSeeTheSameFigures() {
        Acting keeper = TestMoney.keeper();
        AgreementId id = money.agree(keeper, Programme.NSP, 2004, 1_000_000);
        book(keeper, id, 2004, 250_000);

        Account kept = keeper.get(() -> accounts.of(id));
        assertThat(kept.spent()).isEqualTo(Money.kronor(250_000));
        assertThat(kept.result()).isEqualTo(Money.kronor(750_000));
        assertThat(TestMoney.asFunder(() -> accounts.of(id))).isEqualTo(kept);
    }

    @Test
    void nobodyAndABystanderSeeNothing() {
        Acting keeper = TestMoney.keeper();
        AgreementId id = money.agree(keeper, Programme.NSP, 2004, 1_000_000);
        Acting other = TestMoney.keeper();

        isNotHere(() -> agreements.list());
        isNotHere(() -> Personas.SYD_COORDINATOR.acting().run(() -> agreements.list()));
        assertThat(other.get(() -> agreements.list())).isEmpty();
        isNotHere(() -> other.run(() -> agreements.get(id)));
        isNotHere(() -> other.run(() -> accounts.expenses(id, 0)));
        isNotHere(() -> book(other, id, 2004, 1));
        isNotHere(() -> other.run(() -> agreements.accept(id)));
    }

    @Test
    void onlyTheKeeperBooksAndOnlyTheFunderGrantsAndDecides() {
        Acting keeper = TestMoney.keeper();
        AgreementId id = money.agree(keeper, Programme.NSP, 2004, 1_000_000);

        isNotHere(() -> book(TestMoney.FUNDER.acting(), id, 2004, 1));
        isNotHere(() -> keeper.run(() -> accounts.confirm(id)));
        isNotHere(() -> money.agree(keeper, Programme.AMP, 2004, 5));
        isNotHere(() -> Personas.NATIONAL_STATISTICIAN.acting().run(() -> accounts.confirm(id)));
        assertThat(Personas.NATIONAL_STATISTICIAN
                        .acting()
                        .get(() -> agreements.get(id))
                        .year())
                .isEqualTo(2004);
    }

    @Test
    void aCorrectionIsARowOfItsOwnAndTakesBackNoMoreThanIsLeft() {
        Acting keeper = TestMoney.keeper();
        AgreementId id = money.agree(keeper, Programme.NSP, 2004, 1_000_000);
        ExpenseId wrong = book(keeper, id, 2004, 900);

        keeper.run(() -> accounts.correct(id, wrong, Money.kronor(600), "Fel moms"));
        assertThat(keeper.get(() -> accounts.of(id)).spent()).isEqualTo(Money.kronor(300));
        notNow(
                "budget.error.too-much-back",
                () -> keeper.run(() -> accounts.correct(id, wrong, Money.kronor(301), "Igen")));
        assertThat(keeper.get(() -> accounts.expenses(id, 0)))
                .hasSize(2)
                .filteredOn(one -> one.corrects() == null)
                .allSatisfy(one -> {
                    assertThat(one.amount()).isEqualTo(Money.kronor(900));
                    assertThat(one.left()).isEqualTo(Money.kronor(300));
                });
    }

    /// Sixty days from the first of December: thirty-one in the year, twenty-nine after it. Their money
    /// follows them.
    @Test
    void whatWasPromisedFollowsToTheNextYear() {
        Acting keeper = TestMoney.keeper();
        AgreementId first = money.agree(keeper, Programme.NSP, 2006, 100_000);
        AgreementId second = money.agree(keeper, Programme.NSP, 2007, 10_000);
        money.price(keeper, first, PriceKind.BED_DAY, 1_000, LocalDate.of(2006, 1, 1));
        TestMoney.admitToSupport(keeper, LocalDate.of(2006, 12, 1), 0, 60, true);

        Account during = keeper.get(() -> accounts.of(first));
        assertThat(during.committed()).as("days of the year, not booked").isEqualTo(Money.kronor(31_000));
        keeper.run(() -> accounts.book(
                first, new NewExpense(LocalDate.of(2006, 12, 31), "bed_day", 31, Money.kronor(31_000), "", null)));
        keeper.run(() -> accounts.close(first, Money.kronor(15_000)));

        Closing closing = keeper.get(() -> accounts.closing(first)).orElseThrow();
        assertThat(closing.account().committed()).isEqualTo(Money.kronor(29_000));
        assertThat(closing.account().result()).isEqualTo(Money.kronor(40_000));
        assertThat(closing.paidBack()).isEqualTo(Money.kronor(25_000));
        assertThat(TestMoney.asFunder(() -> accounts.closing(first))).contains(closing);
        Account next = keeper.get(() -> accounts.of(second));
        assertThat(next.transferred()).isEqualTo(Money.kronor(44_000));
        assertThat(next.committed()).isEqualTo(Money.kronor(29_000));
    }

    @Test
    void aNewPriceChangesNothingPromisedBefore() {
        Acting keeper = TestMoney.keeper();
        AgreementId id = money.agree(keeper, Programme.NSP, 2006, 100_000);
        money.price(keeper, id, PriceKind.SUPPORT_DAY, 100, LocalDate.of(2006, 1, 1));
        TestMoney.admitToSupport(keeper, LocalDate.of(2006, 3, 1), 10, 20, false);
        money.price(keeper, id, PriceKind.SUPPORT_DAY, 200, LocalDate.of(2006, 3, 10));
        TestMoney.admitToSupport(keeper, LocalDate.of(2006, 3, 10), 0, 10, false);

        assertThat(keeper.get(() -> accounts.of(id)).committed()).isEqualTo(Money.kronor(3_000 + 2_000));
        notNow(
                "budget.error.price-later",
                () -> money.price(keeper, id, PriceKind.SUPPORT_DAY, 300, LocalDate.of(2006, 3, 1)));
        assertThat(TestMoney.asFunder(() -> prices.list(id))).hasSize(2);
    }

    @Test
    void aClosedAccountTakesNothingMoreAndIsPutRightInALaterYear() {
        Acting keeper = TestMoney.keeper();
        AgreementId closed = money.agree(keeper, Programme.NSP, 2004, 1_000);
        ExpenseId wrong = book(keeper, closed, 2004, 400);
        keeper.run(() -> accounts.close(closed, Money.ZERO));
        Closing before = keeper.get(() -> accounts.closing(closed)).orElseThrow();

        notNow("budget.error.closed", () -> book(keeper, closed, 2004, 1));
        notNow("budget.error.closed", () -> keeper.run(() -> accounts.close(closed, Money.ZERO)));
        notNow(
                "budget.error.closed",
                () -> keeper.run(() -> accounts.correct(closed, wrong, Money.kronor(100), "Sent")));
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .as("the database itself")
                .isThrownBy(() -> TestInstallation.owner()
                        .sql(
                                "insert into budget.expense (id, agreement_id, booked_on, kind, amount_ore, note, created_at, created_by)"
                                        + " values (gen_random_uuid(), ?, '2004-05-05', 'other', 1, '', now(), gen_random_uuid())")
                        .params(closed.value())
                        .update())
                .withMessageContaining("closed");

        AgreementId open = money.agree(keeper, Programme.NSP, 2005, 1_000);
        keeper.run(() -> accounts.correct(closed, wrong, Money.kronor(100), "Sent"));
        assertThat(keeper.get(() -> accounts.closing(closed))).contains(before);
        assertThat(keeper.get(() -> accounts.of(open)).spent()).isEqualTo(Money.kronor(-100));
        TestMoney.FUNDER.acting().run(() -> accounts.confirm(closed));
        assertThat(keeper.get(() -> accounts.closing(closed)).orElseThrow().confirmedOn())
                .isNotNull();
    }

    @Test
    void anAccountIsNotClosedTooEarly() {
        Acting keeper = TestMoney.keeper();
        AgreementId earlier = money.agree(keeper, Programme.NSP, 2004, 1_000);
        AgreementId later = money.agree(keeper, Programme.NSP, 2005, 1_000);
        AgreementId now = money.agree(keeper, Programme.NSP, agreements.today().getYear(), 1_000);

        notNow("budget.error.year-not-over", () -> keeper.run(() -> accounts.close(now, Money.ZERO)));
        notNow("budget.error.earlier-open", () -> keeper.run(() -> accounts.close(later, Money.ZERO)));
        notNow("budget.error.carried", () -> keeper.run(() -> accounts.close(earlier, Money.kronor(1_001))));
        notNow("budget.error.twice", () -> money.agree(keeper, Programme.NSP, 2005, 5));
    }

    @Test
    void aRequestIsDecidedOnceAndItsFiguresStay() {
        Acting keeper = TestMoney.keeper();
        AgreementId id = money.agree(keeper, Programme.NSP, 2004, 1_000);
        Outlook outlook = TestOutlook.plain(LocalDate.of(2004, 8, 31));
        SupplementId asked = keeper.get(
                () -> supplements.ask(id, new Supplements.Asked(Money.kronor(500), "Fler kom än väntat.", outlook)));

        assertThat(TestMoney.asFunder(() -> supplements.get(asked)).outlook()).isEqualTo(outlook);
        notNow("budget.error.request-waits", () -> keeper.run(() -> accounts.close(id, Money.ZERO)));
        isNotHere(() -> keeper.run(() -> supplements.decide(asked, Money.kronor(500), "Ja")));
        TestMoney.FUNDER.acting().run(() -> supplements.decide(asked, Money.kronor(300), "En del."));
        notNow(
                "budget.error.decided",
                () -> TestMoney.FUNDER.acting().run(() -> supplements.decide(asked, null, "Nej, ändå inte.")));
        assertThat(keeper.get(() -> accounts.of(id)).supplements()).isEqualTo(Money.kronor(300));
        assertThat(keeper.get(() -> supplements.get(asked)).outlook()).isEqualTo(outlook);
    }

    /// Whatever is granted, spent, carried and paid back over the years: no öre appears and none is
    /// lost.
    @Test
    void moneyIsConservedOverTheYears() {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            Acting keeper = TestMoney.keeper();
            long in = 0;
            long out = 0;
            Money left = Money.ZERO;
            Money reserved = Money.ZERO;
            for (int year = 2010; year <= 2013; year++) {
                long granted = 50_000 + random.nextInt(50_000);
                AgreementId id = money.agree(keeper, Programme.NSP, year, granted);
                if (year == 2010) {
                    money.price(keeper, id, PriceKind.BED_DAY, 333, LocalDate.of(2010, 1, 1));
                }
                TestMoney.admitToSupport(keeper, LocalDate.of(year, 10 + random.nextInt(3), 5), 0, 90, true);
                long spent = 1 + random.nextInt(20_000_00);
                int on = year;
                keeper.run(() -> accounts.book(
                        id, new NewExpense(LocalDate.of(on, 12, 1), "bed_day", null, new Money(spent), "", null)));
                Money most =
                        keeper.get(() -> accounts.beforeClosing(id)).result().orNothing();
                Money carried = new Money(most.ore() == 0 ? 0 : random.nextLong(most.ore() + 1));
                keeper.run(() -> accounts.close(id, carried));
                Closing last = keeper.get(() -> accounts.closing(id)).orElseThrow();
                left = last.carried();
                reserved = last.account().committed();
                in += Money.kronor(granted).ore();
                out += spent + last.paidBack().ore();
                assertThat(last.account().result().isNegative()).isFalse();
            }
            assertThat(in).isEqualTo(out + left.ore() + reserved.ore());
        }
    }
}
