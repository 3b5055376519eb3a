package se.ledfyr.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Intruder;

/// What returns cost an account on a day: with the plan of that day, with what was paid once they are
/// over, and, where journeys go
/// on when a year is closed, with money that follows them. Admissions are the whole country's, so each
/// test has years of its own.
@HouseTest
class MoneyOfADayTests {

    @Autowired
    Accounts accounts;

    @Autowired
    Agreements agreements;

    @Autowired
    Forecasts forecasts;

    @Autowired
    PromiseDesk desk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext sql;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Acting keeper;

    @BeforeEach
    void anOperatorWithAccountsOfItsOwn() {
        keeper = TestMoney.formerOperator();
    }

    private AgreementId agree(int year) {
        return TestMoney.agreed(keeper, Programme.AMP, year, 1_000_000);
    }

    private Money committed(AgreementId id, LocalDate day) {
        return in(() -> accounts.reckon(agreements.get(id), day).committed());
    }

    private TestMoney.Worked admit(LocalDate day, long kronor, int fundingYear) {
        return TestMoney.admitAtWork(
                keeper.organisation(), day, Money.kronor(kronor).ore(), fundingYear, null);
    }

    private void book(AgreementId account, int year, long kronor, TestMoney.@Nullable Worked forWhom) {
        keeper.run(() -> accounts.book(
                account,
                new NewExpense(
                        LocalDate.of(year, 12, 1),
                        "return",
                        null,
                        Money.kronor(kronor),
                        "",
                        forWhom == null ? null : forWhom.id())));
    }

    /// A change of a plan as the returns' own work makes it: through the trigger that keeps what stood
    /// before.
    private static void change(TestMoney.Worked one, String what, LocalDate day) throws SQLException {
        try (Connection owner = TestInstallation.ownerConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("set local role ledfyr_owner");
            statement.execute("update returns.application set %s, changed_at = '%s 12:00+00' where id = '%s'"
                    .formatted(what, day, one.id()));
            owner.commit();
        }
    }

    @Test
    void anAccountOfADayGoneByIsReckonedWithThePlanOfThatDay() throws SQLException {
        AgreementId year = agree(2041);
        TestMoney.Worked one = admit(LocalDate.of(2041, 3, 1), 10, 2041);
        change(one, "planned_ore = 2500", LocalDate.of(2041, 6, 1));
        change(one, "planned_ore = 4000", LocalDate.of(2041, 6, 1));
        change(one, "funding_year = 2042", LocalDate.of(2041, 9, 1));

        assertThat(committed(year, LocalDate.of(2041, 5, 31))).isEqualTo(Money.kronor(10));
        assertThat(committed(year, LocalDate.of(2041, 6, 1))).isEqualTo(Money.kronor(40));
        assertThat(committed(year, LocalDate.of(2041, 8, 31))).isEqualTo(Money.kronor(40));
        assertThat(committed(year, LocalDate.of(2041, 9, 1)))
                .as("from then on the next year pays")
                .isEqualTo(Money.kronor(0));

        TestInstallation.owner()
                .sql("delete from returns.plan_before where application_id = ?")
                .param(one.id())
                .update();
        assertThat(committed(year, LocalDate.of(2041, 5, 31)))
                .as("the twin: without the history the past has the plan of today")
                .isEqualTo(Money.kronor(0));
    }

    @Test
    void nobodyReadsTheHistoryOfPlans() throws SQLException {
        try (Intruder here = Intruder.here()) {
            for (var who : List.of(RETURN_CASEWORKER, NORD_COORDINATOR)) {
                assertThat(here.tries(who, "select * from returns.plan_before")).isEqualTo(Intruder.FORBIDDEN);
                assertThat(here.tries(who, "select * from returns_api.plan_before"))
                        .isEqualTo(Intruder.FORBIDDEN);
            }
        }
    }

    @Test
    void aReturnThatIsOverIsWorthWhatWasPaidForIt() {
        AgreementId year = agree(2043);
        TestMoney.Worked one = admit(LocalDate.of(2043, 3, 1), 60_000, 2043);
        book(year, 2043, 41_000, one);
        assertThat(committed(year, LocalDate.of(2044, 5, 31))).as("it goes on").isEqualTo(Money.kronor(19_000));
        TestMoney.end(one, "settled", LocalDate.of(2043, 12, 20));
        assertThat(committed(year, LocalDate.of(2043, 12, 19))).isEqualTo(Money.kronor(19_000));
        assertThat(committed(year, LocalDate.of(2043, 12, 20)))
                .as("what was not needed is free again")
                .isEqualTo(Money.kronor(0));
        TestMoney.Worked stayed = admit(LocalDate.of(2043, 4, 1), 60_000, 2043);
        TestMoney.end(stayed, "did_not_travel", LocalDate.of(2043, 11, 1));
        assertThat(committed(year, LocalDate.of(2043, 12, 31))).isEqualTo(Money.kronor(0));
    }

    @Test
    void whatCostMoreThanPlannedTakesNothingFromOthers() {
        AgreementId year = agree(2047);
        TestMoney.Worked dear = admit(LocalDate.of(2047, 3, 1), 10_000, 2047);
        admit(LocalDate.of(2047, 3, 1), 20_000, 2047);
        book(year, 2047, 25_000, dear);
        assertThat(committed(year, LocalDate.of(2047, 12, 31))).isEqualTo(Money.kronor(20_000));
    }

    /// Closed while two journeys go on: what they have not been paid follows with its money, and what
    /// is over does not.
    @Test
    void whatIsNotPaidFollowsToTheNextYear() {
        AgreementId first = agree(2017);
        TestMoney.Worked one = admit(LocalDate.of(2017, 10, 1), 60_000, 2017);
        TestMoney.Worked over = admit(LocalDate.of(2017, 2, 1), 50_000, 2017);
        admit(LocalDate.of(2017, 12, 5), 30_000, 2018);
        book(first, 2017, 10_000, one);
        book(first, 2017, 45_000, over);
        TestMoney.end(over, "settled", LocalDate.of(2017, 9, 1));
        Money most = keeper.get(() -> accounts.beforeClosing(first)).result();
        keeper.run(() -> accounts.close(first, most));
        Closing closed = keeper.get(() -> accounts.closing(first)).orElseThrow();
        assertThat(closed.account().committed())
                .as("the year after pays for the third with money of its own")
                .isEqualTo(Money.kronor(50_000));

        AgreementId second = TestMoney.agreed(keeper, Programme.AMP, 2018, 1_000_000);
        Account next = keeper.get(() -> accounts.of(second));
        assertThat(next.transferred()).isEqualTo(most.plus(Money.kronor(50_000)));
        assertThat(next.committed()).isEqualTo(Money.kronor(80_000));
        book(second, 2018, 35_000, one);
        assertThat(keeper.get(() -> accounts.of(second)).committed()).isEqualTo(Money.kronor(45_000));
        TestMoney.end(one, "settled", LocalDate.of(2018, 6, 1));
        assertThat(keeper.get(() -> accounts.of(second)).committed())
                .as("what was reserved and not needed is free again")
                .isEqualTo(Money.kronor(30_000));
    }

    /// Paid without saying for whom: only what is left of the promises as a whole can follow.
    @Test
    void whatWasPaidWithoutANameIsNotReservedAgain() {
        AgreementId first = agree(2019);
        admit(LocalDate.of(2019, 10, 1), 60_000, 2019);
        book(first, 2019, 50_000, null);
        keeper.run(() -> accounts.close(first, Money.ZERO));
        assertThat(keeper.get(() -> accounts.closing(first))
                        .orElseThrow()
                        .account()
                        .committed())
                .isEqualTo(Money.kronor(10_000));
        AgreementId second = TestMoney.agreed(keeper, Programme.AMP, 2020, 1_000_000);
        assertThat(keeper.get(() -> accounts.of(second)).committed()).isEqualTo(Money.kronor(10_000));
    }

    /// An account that depends on who looks at it is no account: whoever is sealed is paid for, and counted with
    /// everybody else in what was promised and in how it ended. Nobody can tell from it who.
    @Test
    void promisesAndOutcomesCountWhoIsSealedForEverybodyAlike() {
        AgreementId year = agree(2051);
        TestMoney.Worked one = admit(LocalDate.of(2051, 3, 1), 60_000, 2051);
        admit(LocalDate.of(2051, 4, 1), 30_000, 2051);
        TestMoney.end(one, "settled", LocalDate.of(2051, 9, 1));
        Money before = committed(year, LocalDate.of(2051, 12, 31));
        TestMoney.owner("""
                insert into emergency.seal (id, organisation, person_id, sealed_at, sealed_by, reason)
                values (gen_random_uuid(), ?, ?, now(), ?, 'x')
                """, keeper.organisation().value(), one.person(), UUID.randomUUID());
        Agreement agreement = in(() -> agreements.get(year));
        for (Acting who : List.of(keeper, TestMoney.FUNDER.acting())) {
            assertThat(in(who, () -> accounts.reckon(agreement, LocalDate.of(2051, 12, 31)))
                            .committed())
                    .isEqualTo(before)
                    .isEqualTo(Money.kronor(90_000));
            assertThat(in(who, () -> desk.promised(agreement, LocalDate.of(2051, 12, 31)))
                            .outcomes())
                    .extracting(Outcomes.Left::outcome, Outcomes.Left::persons, Outcomes.Left::promised)
                    .containsExactlyInAnyOrder(
                            tuple("settled", 1L, Money.kronor(60_000)), tuple("", 1L, Money.kronor(30_000)));
        }
        assertThat(in(() ->
                        sql.fetchCount(DSL.table("returns_api.programme_return"), DSL.condition("id = ?", one.id()))))
                .as("the twin: by what a colleague sees, there is one fewer")
                .isZero();
    }

    /// Somebody admitted in January whom the year before pays for, although that year is over.
    @Test
    void whatTheYearBeforePaysIsNotLost() {
        AgreementId first = agree(2045);
        admit(LocalDate.of(2046, 1, 5), 60_000, 2045);
        assertThat(committed(first, LocalDate.of(2045, 12, 31))).isEqualTo(Money.kronor(0));
        assertThat(committed(first, LocalDate.of(2046, 1, 5))).isEqualTo(Money.kronor(60_000));
    }

    /// Whatever is planned, paid, carried and paid back over the years: no öre appears and none is lost.
    @Test
    void moneyOfReturnsIsConservedOverTheYears() {
        Random random = new Random(4);
        long in = 0;
        long out = 0;
        Money left = Money.ZERO;
        TestMoney.Worked before = null;
        for (int year = 2011; year <= 2014; year++) {
            AgreementId id = agree(year);
            int now = year;
            TestMoney.Worked one = admit(LocalDate.of(year, 6, 1), 40_000 + random.nextInt(40_000), year);
            long paid = 10_000 + random.nextInt(20_000);
            book(id, year, paid, one);
            if (before != null) {
                long late = 1 + random.nextInt(9_000);
                book(id, year, late, before);
                paid += late;
                TestMoney.end(before, "settled", LocalDate.of(now, 3, 1));
            }
            before = one;
            Account account = keeper.get(() -> accounts.beforeClosing(id));
            Money carried = new Money(random.nextLong(account.result().ore() + 1));
            keeper.run(() -> accounts.close(id, carried));
            Closing closing = keeper.get(() -> accounts.closing(id)).orElseThrow();
            assertThat(closing.account().committed().isPositive()).isTrue();
            in += Money.kronor(1_000_000).ore();
            out += Money.kronor(paid).ore() + closing.paidBack().ore();
            left = closing.carried().plus(closing.account().committed());
        }
        assertThat(in).isEqualTo(out + left.ore());
    }

    /// Forty have applied and wait: they are in the forecast before anybody is admitted.
    @Test
    void thoseWhoWaitAreInTheForecast() {
        AgreementId year = agree(2007);
        Forecasts.Asked asked = new Forecasts.Asked(LocalDate.of(2007, 5, 31), 0, null);
        Forecasts.Told before = keeper.get(() -> forecasts.tell(year, asked));
        assertThat(before.learnt().waiting()).isZero();
        UUID group = UUID.randomUUID();
        for (int i = 0; i < 40; i++) {
            TestMoney.applyForReturn(
                    keeper.organisation(),
                    LocalDate.of(2007, 5, 31).minusDays(3),
                    Money.kronor(20_000).ore(),
                    group);
        }
        Forecasts.Told told = keeper.get(() -> forecasts.tell(year, asked));
        assertThat(told.learnt().waiting()).isEqualTo(40);
        assertThat(told.outlook().committed()).isEqualTo(before.outlook().committed());
        assertThat(told.outlook().middle().minus(before.outlook().middle()))
                .as("any share of forty is as likely while nobody has been answered; the middle is a half")
                .isBetween(Money.kronor(250_000), Money.kronor(550_000));
        assertThat(told.learnt().high()).isGreaterThan(before.learnt().high() + 20);
        assertThat(TestMoney.asFunder(() -> forecasts.tell(year, asked))).isEqualTo(told);
        assertThat(keeper.get(() -> forecasts.tell(
                                year,
                                new Forecasts.Asked(LocalDate.of(2007, 5, 31).minusDays(4), 0, null)))
                        .learnt()
                        .waiting())
                .as("the day before they applied")
                .isZero();
    }

    @Test
    void aBystanderIsToldOfNoApplication() throws SQLException {
        agree(2008);
        TestMoney.applyForReturn(keeper.organisation(), LocalDate.of(2008, 5, 31), 1_000, null);
        try (Intruder here = Intruder.here()) {
            String applied = "budget.applied('AMP', ?, '2008-01-01', '2008-12-31')";
            UUID operator = keeper.organisation().value();
            assertThat(here.sees(TestMoney.FUNDER, applied, operator)).isPositive();
            assertThat(here.sees(NORD_COORDINATOR, applied, operator)).isZero();
            assertThat(here.sees(SYD_COORDINATOR, applied, operator)).isZero();
            assertThat(here.tries(
                            NORD_COORDINATOR, "select budget.returns_of(?, '2008-01-01', '2008-12-31')", operator))
                    .isEqualTo(Intruder.FORBIDDEN);
        }
    }

    private <T> T in(Supplier<T> work) {
        return in(keeper, work);
    }

    private <T> T in(Acting who, Supplier<T> work) {
        return Objects.requireNonNull(who.get(() -> transaction.execute(status -> work.get())));
    }
}
