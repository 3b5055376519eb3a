package se.ledfyr.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;

/// Forecasts and back-tests are reckoned beside the pages, once, and kept while they follow.
@HouseTest
class ReckoningTests {

    private static final LocalDate AUGUST = LocalDate.of(2004, 8, 31);
    private static final Forecasts.Asked ASKED = new Forecasts.Asked(AUGUST, 0, null);

    @Autowired
    TestMoney money;

    @Autowired
    Agreements agreements;

    @Autowired
    Accounts accounts;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Reckonings reckonings;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Reckoner reckoner;

    @Autowired
    ReckoningRows rows;

    @Autowired
    TransactionTemplate transaction;

    private Acting keeper;
    private AgreementId year;

    @BeforeEach
    void threeAMonth() {
        keeper = TestMoney.keeper();
        // Others' may have been left by other tests.
        TestInstallation.owner().sql("delete from budget.reckoning").update();
        for (LocalDate month = LocalDate.of(2002, 1, 1); month.isBefore(AUGUST); month = month.plusMonths(1)) {
            for (int i = 0; i < 3; i++) {
                TestMoney.admitToSupport(keeper, month.plusDays(i * 7L), 30, 20, true);
            }
        }
        year = money.agree(keeper, Programme.NSP, 2004, 3_000_000);
        money.price(keeper, year, PriceKind.BED_DAY, 1_000, LocalDate.of(2001, 1, 1));
    }

    private Forecasts.Told kept() {
        return TestMoney.kept(() -> keeper.get(() -> reckonings.forecast(year, ASKED)));
    }

    private String inputs() {
        return TestInstallation.owner()
                .sql("select inputs from budget.reckoning where agreement_id = ? and kind = 'FORECAST'")
                .param(year.value())
                .query(String.class)
                .single();
    }

    /// As if nobody had compared it lately.
    private void later() {
        TestInstallation.owner()
                .sql("update budget.reckoning set checked_at = null where agreement_id = ? and wanted_at is null")
                .param(year.value())
                .update();
    }

    @Test
    void whatIsKeptIsWhatWouldBeReckoned() {
        assertThat(keeper.get(() -> reckonings.forecast(year, ASKED))).isEmpty();
        assertThat(kept()).isEqualTo(keeper.get(() -> forecasts.tell(year, ASKED)));
        Forecasts.Told funder = TestMoney.asFunder(() -> reckonings.forecast(year, ASKED))
                .orElseThrow()
                .answer();
        assertThat(funder).isEqualTo(kept());
    }

    @Test
    void aBackTestIsKeptToTheLastLine() {
        Accuracy kept = TestMoney.kept(() -> keeper.get(() -> reckonings.backTest(year)));
        Accuracy anew = keeper.get(() -> transaction.execute(status -> forecasts
                .backTest(agreements.get(year), LocalDate.of(2004, 12, 31))
                .answer()
                .get()));
        assertThat(kept).isEqualTo(anew);
        assertThat(kept.lines()).isNotEmpty();
    }

    /// The page is answered from what is kept, while money that was booked shows at once.
    @Test
    void costsPerPersonAreReadFromWhatIsKept() {
        Outcomes.Year first = year2004();
        untilNothingWaits();
        TestMoney.admitToSupport(keeper, AUGUST.minusDays(3), 30, 60, true);
        keeper.run(() -> accounts.book(
                year, new NewExpense(LocalDate.of(2004, 5, 1), "bed_day", 100, Money.kronor(70_000), "", null)));

        Outcomes.Year kept = year2004();
        assertThat(kept.admitted()).isEqualTo(first.admitted());
        assertThat(kept.spent()).isEqualTo(first.spent().plus(Money.kronor(70_000)));

        later();
        year2004();
        untilNothingWaits();
        assertThat(year2004().admitted()).isEqualTo(first.admitted() + 1);
    }

    private void untilNothingWaits() {
        TestMoney.kept(() -> TestInstallation.owner()
                        .sql("select count(*) from budget.reckoning where agreement_id = ? and wanted_at is not null")
                        .param(year.value())
                        .query(Integer.class)
                        .single()
                        .equals(0)
                ? Optional.of(new Kept<>(Instant.now(), true))
                : Optional.empty());
    }

    private Outcomes.Year year2004() {
        return keeper.get(() -> outcomes.tell(year)).years().stream()
                .filter(one -> one.year() == 2004)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whenOneMoreIsAdmittedItIsReckonedAnew() {
        Forecasts.Told before = kept();
        String inputs = inputs();
        TestMoney.admitToSupport(keeper, AUGUST.minusDays(3), 30, 60, true);
        later();
        kept();
        reckoner.work();

        assertThat(TestMoney.kept(() -> keeper.get(() -> reckonings
                                .forecast(year, ASKED)
                                .filter(one -> one.answer().learnt().known()
                                        == before.learnt().known() + 1)))
                        .outlook())
                .isNotEqualTo(before.outlook());
        assertThat(inputs()).isNotEqualTo(inputs);
    }

    @Test
    void whatStillFollowsIsNotReckonedAgain() {
        kept();
        String at = reckonedAt();
        later();
        kept();
        reckoner.work();
        assertThat(reckonedAt()).isEqualTo(at);
    }

    private String reckonedAt() {
        return TestInstallation.owner()
                .sql("select reckoned_at::text from budget.reckoning where agreement_id = ?")
                .param(year.value())
                .query(String.class)
                .single();
    }

    @Test
    void nobodyIsShownAnAnswerFromBeforeTheirOwnBooking() {
        kept();
        keeper.run(() -> accounts.book(
                year, new NewExpense(LocalDate.of(2004, 5, 1), "bed_day", 100, Money.kronor(70_000), "", null)));

        assertThat(keeper.get(() -> reckonings.forecast(year, ASKED))).isEmpty();
        assertThat(kept().outlook().spent()).isEqualTo(Money.kronor(70_000));
    }

    @Test
    void aBystanderIsToldNothingAndLeavesNoTrace() {
        Acting other = TestMoney.keeper();
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> other.run(() -> reckonings.forecast(year, ASKED)));
        assertThat(TestInstallation.owner()
                        .sql("select count(*) from budget.reckoning where agreement_id = ?")
                        .param(year.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        kept();
        Sought sought = Sought.forecast(year, ASKED);
        Supplier<Boolean> isThere =
                () -> transaction.execute(status -> rows.find(sought).isPresent());
        assertThat(other.get(isThere)).isFalse();
        assertThat(keeper.get(isThere)).isTrue();
    }

    @Test
    void onlyTheHouseTakesWork() {
        Supplier<Object> take = () -> transaction.execute(status -> rows.take(Instant.now(), Duration.ofMinutes(1)));
        want();
        assertThat(keeper.get(take)).isEqualTo(Optional.empty());
    }

    /// Two nodes that look at the same moment: what one has taken is not there for the other.
    @Test
    void twoNodesNeverTakeTheSame() throws Exception {
        for (int i = 0; i < 20; i++) {
            want();
        }
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            Callable<List<UUID>> node = () -> {
                List<UUID> mine = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    transaction
                            .execute(status -> rows.take(Instant.now(), Duration.ofMinutes(1)))
                            .ifPresent(one -> mine.add(one.id()));
                }
                return mine;
            };
            List<UUID> all = nodes.invokeAll(List.of(node, node, node, node)).stream()
                    .flatMap(each -> each.resultNow().stream())
                    .toList();
            assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(20);
        }
        TestInstallation.owner()
                .sql("delete from budget.reckoning where agreement_id = ?")
                .param(year.value())
                .update();
    }

    /// A question that nobody has begun with, as if the node that was asked had died.
    private void want() {
        TestInstallation.owner().sql("""
                        insert into budget.reckoning (id, agreement_id, kind, as_of, what_if, wanted_at)
                        select gen_random_uuid(), ?, 'BACK_TEST', date '1990-01-01' + count(*)::int, 0, now() from budget.reckoning
                        """).param(year.value()).update();
    }
}
