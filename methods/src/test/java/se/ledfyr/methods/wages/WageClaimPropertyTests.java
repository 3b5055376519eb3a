package se.ledfyr.methods.wages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds of every claim, and that computing with floating point would not do.
class WageClaimPropertyTests {

    private static final int CLAIMS = 2_000;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    private final Random random = new Random(20_260_412);

    @Test
    void theSumOfThePartsIsTheWhole() {
        for (int i = 0; i < CLAIMS; i++) {
            Account account = any().compute();
            long parts = Stream.concat(account.lines().stream().map(Line::ore), account.holidayPay().stream())
                    .mapToLong(Long::longValue)
                    .sum();

            assertThat(account.due()).isEqualTo(parts);
            assertThat(account.balance()).isEqualTo(parts - account.paid() - account.agreed());
        }
    }

    @Test
    void twoHalvesOfTheWorkEarnWhatAllOfItDoes() {
        for (int i = 0; i < CLAIMS; i++) {
            WageClaim all = any();
            int cut = random.nextInt(all.work().size() + 1);

            assertThat(with(all, all.work().subList(0, cut)).compute().due()
                            + with(all, all.work().subList(cut, all.work().size()))
                                    .compute()
                                    .due())
                    .isEqualTo(all.compute().due());
        }
    }

    @Test
    void theOrderOfTheWorkMakesNoDifference() {
        for (int i = 0; i < CLAIMS; i++) {
            WageClaim claim = any();

            assertThat(with(claim, claim.work().reversed()).compute().due())
                    .isEqualTo(claim.compute().due());
        }
    }

    @Test
    void whoWorkedLongerClaimsNoLess() {
        for (int i = 0; i < CLAIMS; i++) {
            WageClaim claim = any();
            List<Work> longer = new ArrayList<>(claim.work());
            Work first = longer.getFirst();
            longer.set(
                    0,
                    new Work(
                            first.from(),
                            first.to(),
                            first.ordinaryMinutes() + random.nextInt(1, 100),
                            first.overtimeMinutes() + random.nextInt(100),
                            first.unsocialMinutes()));

            assertThat(with(claim, longer).compute().claimed())
                    .isGreaterThanOrEqualTo(claim.compute().claimed());
        }
    }

    @Test
    void whoWasPaidMoreClaimsThatMuchLess() {
        for (int i = 0; i < CLAIMS; i++) {
            WageClaim claim = any();
            long more = random.nextLong(1, 1_000_000);
            List<Settled> paid = new ArrayList<>(claim.settled());
            paid.add(new Settled(Settled.Kind.PAID, more));
            List<Settled> disputed = new ArrayList<>(claim.settled());
            disputed.add(new Settled(Settled.Kind.DISPUTED, more));

            long balance = claim.compute().balance();
            assertThat(new WageClaim(claim.rates(), claim.work(), claim.holidayPay(), paid)
                            .compute()
                            .balance())
                    .isEqualTo(balance - more);
            assertThat(new WageClaim(claim.rates(), claim.work(), claim.holidayPay(), disputed)
                            .compute()
                            .balance())
                    .isEqualTo(balance);
        }
    }

    /// Another way to the same numbers: decimal fractions of any length, rounded once a line.
    @Test
    void everyLineEqualsTheOneComputedInDecimals() {
        assertThat(differences(WageClaimPropertyTests::inDecimals)).isZero();
    }

    /// The twin: hours and kronor in floating point are wrong sooner or later, and this test would
    /// notice.
    @Test
    void computingInFloatingPointWouldBeNoticed() {
        assertThat(differences(WageClaimPropertyTests::inFloatingPoint)).isPositive();
    }

    private long differences(ToLongFunction<Line> other) {
        return Stream.generate(this::any)
                .limit(CLAIMS)
                .flatMap(claim -> claim.compute().lines().stream())
                .filter(line -> line.rate().pay() instanceof Pay.PerHour)
                .filter(line -> line.ore() != other.applyAsLong(line))
                .count();
    }

    private static long inDecimals(Line line) {
        return BigDecimal.valueOf(((Pay.PerHour) line.rate().pay()).ore())
                .multiply(BigDecimal.valueOf(line.minutes()))
                .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long inFloatingPoint(Line line) {
        double kronor = ((Pay.PerHour) line.rate().pay()).ore() / 100.0;
        double hours = line.minutes() / 60.0;
        return (long) Math.floor(hours * kronor * 100 + 0.5);
    }

    private WageClaim any() {
        List<Work> work =
                Stream.generate(this::someWork).limit(random.nextInt(1, 8)).toList();
        List<Settled> settled = Stream.generate(() -> new Settled(
                        Settled.Kind.values()[random.nextInt(Settled.Kind.values().length)],
                        random.nextLong(1, 3_000_000)))
                .limit(random.nextInt(4))
                .toList();
        return new WageClaim(
                List.of(
                        rate(HourKind.ORDINARY, new Pay.PerHour(random.nextLong(5_000, 30_000))),
                        rate(
                                HourKind.OVERTIME,
                                random.nextBoolean()
                                        ? new Pay.OfOrdinary(random.nextInt(10_000, 25_000))
                                        : new Pay.PerHour(random.nextLong(5_000, 60_000))),
                        rate(HourKind.UNSOCIAL, new Pay.PerHour(random.nextLong(500, 9_000)))),
                work,
                random.nextInt(1_500),
                settled);
    }

    private Work someWork() {
        LocalDate from = FIRST.plusDays(random.nextInt(300));
        int ordinary = random.nextInt(1, 12_000);
        int overtime = random.nextInt(6_000);
        return new Work(
                from, from.plusDays(random.nextInt(60)), ordinary, overtime, random.nextInt(ordinary + overtime + 1));
    }

    private static WageClaim with(WageClaim claim, List<Work> work) {
        return new WageClaim(claim.rates(), work, claim.holidayPay(), claim.settled());
    }

    private static Rate rate(HourKind kind, Pay pay) {
        return new Rate(kind, FIRST, LAST, pay, "Made up");
    }
}
