package se.ledfyr.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// The forecast from what the database holds: six returns a month through three years.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForecastsTests {

    private static final LocalDate AUGUST = LocalDate.of(2003, 8, 31);
    private static final int RETURN = 64_000;

    @Autowired
    TestMoney money;

    @Autowired
    Agreements agreements;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Reckonings reckonings;

    private Acting keeper;
    private AgreementId year;

    @BeforeAll
    void sixAMonth() {
        keeper = Personas.RETURN_CASEWORKER.acting();
        for (LocalDate month = LocalDate.of(2001, 1, 1);
                month.isBefore(LocalDate.of(2004, 1, 1));
                month = month.plusMonths(1)) {
            for (int i = 0; i < 6; i++) {
                TestMoney.admitToReturn(month.plusDays(i * 4L), null);
            }
        }
        // Forty-eight have come by August; there is money for ten more.
        year = money.agree(keeper, Programme.AMP, 2003, 58L * RETURN);
        TestInstallation.owner()
                .sql("""
                        insert into budget.price (id, organisation, programme, kind, unit_ore, valid, created_at, created_by)
                        values (gen_random_uuid(), ?, 'AMP', 'RETURN', ?, '[2001-01-01,2004-01-01)', now(), gen_random_uuid())
                        """)
                .params(keeper.organisation().value(), 100L * RETURN)
                .update();
    }

    private Forecasts.Told tell(int persons, YearMonth month) {
        return keeper.get(
                () -> forecasts.tell(year, new Forecasts.Asked(AUGUST, persons, persons == 0 ? null : month)));
    }

    @Test
    void inAugustTheMoneyEndsInOctober() {
        Forecasts.Told told = tell(0, YearMonth.of(2003, 9));

        assertThat(told.outlook().endsIn()).contains(YearMonth.of(2003, 10));
        assertThat(told.outlook().committed()).isEqualTo(Money.kronor(48L * RETURN));
        assertThat(told.outlook().missing().isPositive()).isTrue();
        assertThat(told.outlook().middle()).isBetween(Money.kronor(66L * RETURN), Money.kronor(78L * RETURN));
        assertThat(told.learnt().perMonth()).isBetween(5.5, 6.5);
        assertThat(told.learnt().priced()).isFalse();
    }

    @Test
    void theSameQuestionHasTheSameAnswerForBothEnds() {
        Forecasts.Told kept = tell(0, YearMonth.of(2003, 9));
        assertThat(tell(0, YearMonth.of(2003, 9))).isEqualTo(kept);
        assertThat(TestMoney.asFunder(() -> forecasts.tell(year, new Forecasts.Asked(AUGUST, 0, null))))
                .isEqualTo(kept);
    }

    @Test
    void ifFortyComeInSeptemberItEndsThen() {
        Forecasts.Told told = tell(40, YearMonth.of(2003, 9));

        assertThat(told.outlook().endsIn()).contains(YearMonth.of(2003, 9));
        Money more = told.outlook()
                .middle()
                .minus(tell(0, YearMonth.of(2003, 9)).outlook().middle());
        assertThat(more).isBetween(Money.kronor(38L * RETURN), Money.kronor(42L * RETURN));
    }

    @Test
    void whatCameAfterwardsIsNotLookedAt() {
        assertThat(tell(0, YearMonth.of(2003, 9)).learnt().known()).isEqualTo(32 * 6);
    }

    @Test
    void aDayOutsideOfTheYearIsNoDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        keeper.run(() -> forecasts.tell(year, new Forecasts.Asked(LocalDate.of(2004, 1, 1), 0, null))));
    }

    @Test
    void aBystanderIsToldNothing() {
        Acting other = TestMoney.keeper();
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> other.run(() -> forecasts.tell(year, new Forecasts.Asked(AUGUST, 0, null))));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> other.run(() -> reckonings.backTest(year)));
    }

    @Test
    void earlierForecastsStandBesideWhatCame() {
        Accuracy accuracy = TestMoney.kept(() -> keeper.get(() -> reckonings.backTest(year)));
        assertThat(accuracy.lines()).hasSize(24);
        assertThat(accuracy.month())
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.of()).isEqualTo(24));
        assertThat(accuracy.lines())
                .filteredOn(line -> line.origin().equals(LocalDate.of(2003, 9, 1)))
                .allSatisfy(line -> {
                    assertThat(line.came()).isEqualTo(24);
                    assertThat(line.was()).isEqualTo(Money.kronor(24L * RETURN));
                    assertThat(line.held()).isTrue();
                });
    }

    @Test
    void tenThousandSimulationsTakeLessThanTwoSeconds() {
        tell(0, YearMonth.of(2003, 9));
        long before = System.nanoTime();
        tell(0, YearMonth.of(2003, 9));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
}
