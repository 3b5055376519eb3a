package se.ledfyr.methods.wages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Worked examples of claims, computed by hand.
class WageClaimTests {

    private static final LocalDate JULY = LocalDate.of(2023, 7, 1);
    private static final LocalDate AUGUST = LocalDate.of(2023, 8, 31);

    /// 320 h at 142.50 kr is 45 600 kr; 61 h 20 min at one and a half times that 13 110 kr; 40 h at
    /// 25.33 kr on top 1 013.20 kr. Twelve percent of 59 723.20 kr is 7 166.784 kr. 20 000 kr were
    /// paid, 3 000 kr held back for food with leave, 14 000 kr for the journey without.
    @Test
    void aSummerOfBerriesAddsUp() {
        WageClaim claim = new WageClaim(
                List.of(
                        rate(HourKind.ORDINARY, new Pay.PerHour(14_250)),
                        rate(HourKind.OVERTIME, new Pay.OfOrdinary(15_000)),
                        rate(HourKind.UNSOCIAL, new Pay.PerHour(2_533))),
                List.of(new Work(JULY, AUGUST, 320 * 60, 61 * 60 + 20, 40 * 60)),
                1_200,
                List.of(
                        new Settled(Settled.Kind.PAID, 2_000_000),
                        new Settled(Settled.Kind.AGREED, 300_000),
                        new Settled(Settled.Kind.DISPUTED, 1_400_000)));

        Account account = claim.compute();

        assertThat(account.lines()).extracting(Line::ore).containsExactly(4_560_000L, 1_311_000L, 101_320L);
        assertThat(account.earned()).isEqualTo(5_972_320);
        assertThat(account.holiday()).isEqualTo(716_678);
        assertThat(account.due()).isEqualTo(6_688_998);
        assertThat(account.claimed()).isEqualTo(6_688_998 - 2_000_000 - 300_000);
        assertThat(account.disputed()).isEqualTo(1_400_000);
    }

    /// 1 minute at 0.30 kr an hour is half an öre.
    @Test
    void exactlyHalfAnOreIsRoundedUp() {
        assertThat(claim(30, 1).compute().earned()).isEqualTo(1);
        assertThat(claim(29, 1).compute().earned()).isZero();
    }

    @Test
    void whoWasPaidTooMuchClaimsNothing() {
        WageClaim claim = new WageClaim(
                List.of(rate(HourKind.ORDINARY, new Pay.PerHour(100))),
                List.of(new Work(JULY, JULY, 60, 0, 0)),
                0,
                List.of(new Settled(Settled.Kind.PAID, 150)));

        assertThat(claim.compute().balance()).isEqualTo(-50);
        assertThat(claim.compute().claimed()).isZero();
    }

    @Test
    void workOverADayOnWhichTheWageChangedIsNotGuessedAt() {
        WageClaim claim = new WageClaim(
                List.of(
                        new Rate(HourKind.ORDINARY, JULY, JULY.plusDays(9), new Pay.PerHour(14_000), "Agreement 2022"),
                        new Rate(
                                HourKind.ORDINARY,
                                JULY.plusDays(10),
                                AUGUST,
                                new Pay.PerHour(14_500),
                                "Agreement 2023")),
                List.of(new Work(JULY, AUGUST, 600, 0, 0), new Work(JULY, JULY.plusDays(9), 600, 0, 0)),
                0,
                List.of());

        assertThat(claim.gaps()).containsExactly(new Gap(0, HourKind.ORDINARY, Gap.Reason.NOT_COVERED));
        assertThatIllegalStateException().isThrownBy(claim::compute);
    }

    @Test
    void twoRatesForTheSameDayAreNotChosenFrom() {
        WageClaim claim = new WageClaim(
                List.of(
                        rate(HourKind.ORDINARY, new Pay.PerHour(14_000)),
                        rate(HourKind.ORDINARY, new Pay.PerHour(15_000))),
                List.of(new Work(JULY, JULY, 600, 0, 0)),
                0,
                List.of());

        assertThat(claim.gaps()).containsExactly(new Gap(0, HourKind.ORDINARY, Gap.Reason.MORE_THAN_ONE));
    }

    @Test
    void aPartOfTheOrdinaryWageNeedsThatWage() {
        WageClaim claim = new WageClaim(
                List.of(rate(HourKind.OVERTIME, new Pay.OfOrdinary(15_000))),
                List.of(new Work(JULY, JULY, 0, 60, 0)),
                0,
                List.of());

        assertThat(claim.gaps()).containsExactly(new Gap(0, HourKind.ORDINARY, Gap.Reason.NOT_COVERED));
    }

    @Test
    void theLargestClaimThatCanBeWrittenIsComputedExactly() {
        Work most = new Work(JULY, AUGUST, Work.MOST_MINUTES, Work.MOST_MINUTES, Work.MOST_MINUTES);
        WageClaim claim = new WageClaim(
                List.of(
                        rate(HourKind.ORDINARY, new Pay.PerHour(Pay.PerHour.MOST)),
                        rate(HourKind.OVERTIME, new Pay.OfOrdinary(Pay.OfOrdinary.MOST)),
                        rate(HourKind.UNSOCIAL, new Pay.PerHour(Pay.PerHour.MOST))),
                List.of(most),
                10_000,
                List.of());

        // 166 666 h 40 min at 100 000 kr, at a million kr and at 100 000 kr, each rounded up; doubled by holiday pay.
        assertThat(claim.compute().due()).isEqualTo(40_000_000_000_002L);
    }

    @Test
    void whatCannotBeIsNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Work(AUGUST, JULY, 60, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Work(JULY, AUGUST, -1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Work(JULY, AUGUST, 60, 0, 61));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pay.PerHour(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pay.OfOrdinary(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Settled(Settled.Kind.PAID, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> rate(HourKind.ORDINARY, new Pay.OfOrdinary(10_000)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(HourKind.OVERTIME, JULY, AUGUST, new Pay.PerHour(1), " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new WageClaim(List.of(), List.of(), 10_001, List.of()));
    }

    private static WageClaim claim(long orePerHour, int minutes) {
        return new WageClaim(
                List.of(rate(HourKind.ORDINARY, new Pay.PerHour(orePerHour))),
                List.of(new Work(JULY, JULY, minutes, 0, 0)),
                0,
                List.of());
    }

    private static Rate rate(HourKind kind, Pay pay) {
        return new Rate(kind, JULY, AUGUST, pay, "Agreement 2023");
    }
}
