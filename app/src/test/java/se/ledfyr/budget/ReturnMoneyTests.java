package se.ledfyr.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static se.ledfyr.personas.Intruder.DONE;
import static se.ledfyr.personas.Intruder.FORBIDDEN;
import static se.ledfyr.personas.Personas.NATIONAL_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;
import static se.ledfyr.personas.Personas.RETURN_LEAD;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Intruder;

/// What returns are planned to cost is what the account has promised; what came of it stands beside what it cost; and
/// whose journey an expense was for is known to whoever keeps the account, and to nobody else.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnMoneyTests {

    private static final Money PRICE = Money.kronor(60_000);
    private static final long SETTLED_ORE = 5_123_456;
    private static final long LOST_ORE = 4_000_001;
    private static final long NEXT_ORE = 3_000_000;
    private static final String LINK =
            "insert into budget.expense_for_return (expense_id, organisation, return_id) values (?, ?, ?)";
    private static final String LINKS = "budget.expense_for_return where return_id = ?";

    @Autowired
    TestMoney money;

    @Autowired
    Accounts accounts;

    @Autowired
    Outcomes outcomes;

    private final Acting keeper = RETURN_CASEWORKER.acting();
    private AgreementId first;
    private AgreementId second;
    private TestMoney.Worked settled;
    private TestMoney.Worked next;

    /// Two who were settled, by work, and one by file; one who was lost; one in December whom the next year pays.
    @BeforeAll
    void twoYears() {
        TestInstallation.owner()
                .sql("""
                        insert into budget.price (id, organisation, programme, kind, unit_ore, valid, created_at, created_by)
                        values (gen_random_uuid(), ?, 'AMP', 'RETURN', ?, '[2009-01-01,2011-01-01)', now(), gen_random_uuid())
                        """)
                .params(keeper.organisation().value(), PRICE.ore())
                .update();
        first = money.agree(keeper, Programme.AMP, 2009, 1_000_000);
        second = money.agree(keeper, Programme.AMP, 2010, 1_000_000);
        settled = TestMoney.admitAtWork(LocalDate.of(2009, 3, 1), SETTLED_ORE, 2009, "settled");
        TestMoney.admitAtWork(LocalDate.of(2009, 4, 1), SETTLED_ORE + 1, 2009, "settled");
        TestMoney.admitAtWork(LocalDate.of(2009, 5, 1), LOST_ORE, 2009, "lost_contact");
        next = TestMoney.admitAtWork(LocalDate.of(2009, 12, 20), NEXT_ORE, 2010, null);
        TestMoney.admitToReturn(LocalDate.of(2009, 6, 1), null);
    }

    @Test
    void whatIsPlannedIsWhatIsPromised() {
        Money planned = new Money(2 * SETTLED_ORE + 1 + LOST_ORE + PRICE.ore());
        assertThat(committed(first)).isEqualTo(planned);
        assertThat(TestMoney.asFunder(() -> accounts.of(first).committed())).isEqualTo(planned);
    }

    /// The twin: by the price list alone, as before the plans were read, the account would have said something else.
    @Test
    void thePriceOfTheListIsNotWhatIsPlanned() {
        assertThat(committed(first)).isNotEqualTo(new Money(4 * PRICE.ore())).isNotEqualTo(new Money(5 * PRICE.ore()));
    }

    @Test
    void whoIsPaidForByTheNextYearCountsThere() {
        assertThat(committed(second)).isEqualTo(new Money(NEXT_ORE));
        assertThat(keeper.get(() -> outcomes.tell(second).years()))
                .filteredOn(year -> year.year() == 2009 || year.year() == 2010)
                .extracting(Outcomes.Year::year, Outcomes.Year::admitted, Outcomes.Year::earlier)
                .containsExactly(tuple(2009, 5L, Money.ZERO), tuple(2010, 0L, new Money(NEXT_ORE)));
    }

    @Test
    void whatItCostStandsByHowItEnded() {
        var left = keeper.get(() -> outcomes.tell(first).outcomes());
        assertThat(left)
                .extracting(Outcomes.Left::outcome, Outcomes.Left::persons, Outcomes.Left::promised)
                .containsExactlyInAnyOrder(
                        tuple("settled", 2L, new Money(2 * SETTLED_ORE + 1)),
                        tuple("", 2L, new Money(NEXT_ORE + PRICE.ore())),
                        tuple("lost_contact", 1L, new Money(LOST_ORE)));
        assertThat(TestMoney.asFunder(() -> outcomes.tell(first).outcomes())).isEqualTo(left);
    }

    @Test
    void nobodyAndABystanderLearnNothing() throws SQLException {
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> outcomes.tell(first).outcomes());
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(
                        () -> TestMoney.keeper().run(() -> outcomes.tell(first).outcomes()));
        String admitted = "budget.admitted('AMP', ?, '2009-01-01', '2009-12-31')";
        UUID operator = keeper.organisation().value();
        try (Intruder here = Intruder.here()) {
            assertThat(here.sees(RETURN_CASEWORKER, admitted, operator)).isEqualTo(5);
            assertThat(here.sees(SYD_COORDINATOR, admitted, operator)).isZero();
            assertThat(here.sees(NORD_COORDINATOR, admitted, operator)).isZero();
        }
        assertThat(TestInstallation.application()
                        .sql("select count(*) from budget.expense_for_return")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anExpenseCanBeForAReturn() throws SQLException {
        ExpenseId byReturn = book(second, next.id());
        ExpenseId byGrant = book(second, next.grant());
        assertThat(TestInstallation.owner()
                        .sql("select expense_id from " + LINKS)
                        .param(next.id())
                        .query(UUID.class)
                        .list())
                .contains(byReturn.value(), byGrant.value());
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> book(second, UUID.randomUUID()));
        assertThatExceptionOfType(NotHere.class)
                .as("a grant of the other programme")
                .isThrownBy(() -> book(
                        second, TestMoney.admitToSupport(TestMoney.keeper(), LocalDate.of(2010, 1, 5), 1, 0, false)));
    }

    @Test
    void onlyWhoKeepsTheAccountLinksAndSeesIt() throws SQLException {
        UUID expense = keeper.get(() -> accounts.book(second, expense(null))).value();
        try (Intruder here = Intruder.here()) {
            assertThat(here.tries(NATIONAL_COORDINATOR, LINK, expense, org(NATIONAL_COORDINATOR), settled.id()))
                    .isEqualTo(FORBIDDEN);
            assertThat(here.tries(NORD_COORDINATOR, LINK, expense, org(NORD_COORDINATOR), settled.id()))
                    .as("the office of the return, which does not keep the account")
                    .isEqualTo(FORBIDDEN);
            assertThat(here.tries(RETURN_CASEWORKER, LINK, expense, org(RETURN_CASEWORKER), settled.id()))
                    .isEqualTo(DONE);
            assertThat(here.sees(RETURN_CASEWORKER, LINKS, settled.id())).isOne();
            assertThat(here.sees(NATIONAL_COORDINATOR, LINKS, settled.id())).isZero();
            assertThat(here.sees(NORD_COORDINATOR, LINKS, settled.id())).isZero();
        }
    }

    /// The sum of an account is the same for everybody; that there is somebody sealed shows to those who are named.
    @Test
    void ofSomebodySealedTheLinkIsNotThere() throws SQLException {
        TestMoney.Worked sealed = TestMoney.admitAtWork(LocalDate.of(2010, 7, 1), 100, 2010, null);
        book(second, sealed.id());
        Money before = keeper.get(() -> accounts.of(second)).spent();
        Money committed = committed(second);
        TestInstallation.owner()
                .sql("""
                        insert into emergency.seal (id, organisation, person_id, sealed_at, sealed_by, reason)
                        values (gen_random_uuid(), ?, ?, now(), ?, 'x')
                        """)
                .params(org(RETURN_LEAD), sealed.person(), RETURN_LEAD.id().value())
                .update();
        TestInstallation.owner()
                .sql("insert into emergency.insider (organisation, person_id, member, since) values (?, ?, ?, now())")
                .params(org(RETURN_LEAD), sealed.person(), RETURN_LEAD.id().value())
                .update();
        try (Intruder here = Intruder.here()) {
            assertThat(here.sees(RETURN_LEAD, LINKS, sealed.id())).isOne();
            assertThat(here.sees(RETURN_CASEWORKER, LINKS, sealed.id())).isZero();
        }
        try (Intruder twin = Intruder.without("sealed_is_not_there", "budget.expense_for_return")) {
            assertThat(twin.sees(RETURN_CASEWORKER, LINKS, sealed.id()))
                    .as("the twin: without the policy it shows")
                    .isOne();
        }
        assertThat(keeper.get(() -> accounts.of(second)).spent()).isEqualTo(before);
        assertThat(committed(second)).isEqualTo(committed);
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> book(second, sealed.id()));
        withdraw(sealed);
    }

    /// So that the figures of the other tests stay.
    private static void withdraw(TestMoney.Worked one) {
        TestInstallation.owner()
                .sql("update programmes.amp_grant set withdrawn_at = now(), withdrawn_reason = 'x' where id = ?")
                .param(one.grant())
                .update();
    }

    private Money committed(AgreementId id) {
        Account account = keeper.get(() -> accounts.of(id));
        return account.committed();
    }

    /// Of a kind that takes nothing from what is promised.
    private static NewExpense expense(@org.jspecify.annotations.Nullable UUID forWhom) {
        return new NewExpense(LocalDate.of(2010, 5, 1), "other", null, Money.kronor(1), "", forWhom);
    }

    private ExpenseId book(AgreementId id, UUID forWhom) {
        return keeper.get(() -> accounts.book(id, expense(forWhom)));
    }

    private static UUID org(se.ledfyr.personas.Personas who) {
        return who.place().id().value();
    }
}
