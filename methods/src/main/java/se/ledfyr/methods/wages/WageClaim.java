package se.ledfyr.methods.wages;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What somebody claims from an employer for work that was not paid, or not paid in full.
///
/// Each line is hours of one kind, of one piece of work, times its rate, rounded to whole öre (exactly
/// half is rounded up). Holiday pay is a part of what each piece of work earned, rounded in the same
/// way. Everything is counted in integers of any length. Amounts are before tax. Interest is not
/// computed.
///
/// @param holidayPay hundredths of a percent of what was earned, 0 to 10 000
public record WageClaim(List<Rate> rates, List<Work> work, int holidayPay, List<Settled> settled) {

    private static final BigInteger MINUTES_AN_HOUR = BigInteger.valueOf(60);
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final int MOST_HOLIDAY_PAY = 10_000;

    public WageClaim {
        rates = List.copyOf(rates);
        work = List.copyOf(work);
        settled = List.copyOf(settled);
        if (holidayPay < 0 || holidayPay > MOST_HOLIDAY_PAY) {
            throw new IllegalArgumentException("holidayPay must be 0 to %d".formatted(MOST_HOLIDAY_PAY));
        }
    }

    /// What is not said and must be, before anything can be computed.
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            for (HourKind kind : needed(work.get(i))) {
                List<Rate> touching = touching(kind, work.get(i));
                if (touching.size() > 1) {
                    boolean together = touching.stream().noneMatch(rate -> overlaps(rate, touching));
                    gaps.add(new Gap(i, kind, together ? Gap.Reason.NOT_COVERED : Gap.Reason.MORE_THAN_ONE));
                } else if (touching.isEmpty() || !touching.getFirst().covers(work.get(i))) {
                    gaps.add(new Gap(i, kind, Gap.Reason.NOT_COVERED));
                }
            }
        }
        return gaps;
    }

    /// The claim, line by line.
    ///
    /// @throws IllegalStateException when there are [#gaps]
    public Account compute() {
        if (!gaps().isEmpty()) {
            throw new IllegalStateException("Some work has no rate, or more than one");
        }
        List<Line> lines = new ArrayList<>();
        List<Long> holiday = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            List<Line> earned = lines(i);
            lines.addAll(earned);
            BigInteger sum =
                    BigInteger.valueOf(earned.stream().mapToLong(Line::ore).reduce(0, Math::addExact));
            holiday.add(rounded(sum.multiply(BigInteger.valueOf(holidayPay)), WHOLE));
        }
        return new Account(
                lines, holiday, sum(Settled.Kind.PAID), sum(Settled.Kind.AGREED), sum(Settled.Kind.DISPUTED));
    }

    private List<Line> lines(int place) {
        Work done = work.get(place);
        return Arrays.stream(HourKind.values())
                .filter(kind -> done.minutes(kind) > 0)
                .map(kind -> {
                    Rate rate = touching(kind, done).getFirst();
                    return new Line(place, kind, done.minutes(kind), rate, ore(rate, done, done.minutes(kind)));
                })
                .toList();
    }

    private long ore(Rate rate, Work done, int minutes) {
        BigInteger time = BigInteger.valueOf(minutes);
        return switch (rate.pay()) {
            case Pay.PerHour hour -> rounded(BigInteger.valueOf(hour.ore()).multiply(time), MINUTES_AN_HOUR);
            case Pay.OfOrdinary part ->
                rounded(
                        ordinary(done)
                                .multiply(BigInteger.valueOf(part.hundredths()))
                                .multiply(time),
                        MINUTES_AN_HOUR.multiply(WHOLE));
        };
    }

    private BigInteger ordinary(Work done) {
        return switch (touching(HourKind.ORDINARY, done).getFirst().pay()) {
            case Pay.PerHour hour -> BigInteger.valueOf(hour.ore());
            case Pay.OfOrdinary part -> throw new IllegalStateException("The ordinary wage is an amount");
        };
    }

    /// The kinds of hours that need a rate: a part of the ordinary wage needs that wage too.
    private List<HourKind> needed(Work done) {
        return Arrays.stream(HourKind.values())
                .filter(kind -> done.minutes(kind) > 0
                        || kind == HourKind.ORDINARY
                                && rates.stream()
                                        .anyMatch(rate -> rate.pay() instanceof Pay.OfOrdinary
                                                && done.minutes(rate.kind()) > 0
                                                && rate.touches(done)))
                .toList();
    }

    private List<Rate> touching(HourKind kind, Work done) {
        return rates.stream()
                .filter(rate -> rate.kind() == kind && rate.touches(done))
                .toList();
    }

    private static boolean overlaps(Rate rate, List<Rate> others) {
        return others.stream()
                .filter(other -> other != rate)
                .anyMatch(other ->
                        !other.to().isBefore(rate.from()) && !other.from().isAfter(rate.to()));
    }

    private long sum(Settled.Kind kind) {
        return settled.stream()
                .filter(one -> one.kind() == kind)
                .mapToLong(Settled::ore)
                .reduce(0, Math::addExact);
    }

    /// A quotient of two numbers that are not negative, to the nearest whole; exactly half goes up.
    private static long rounded(BigInteger dividend, BigInteger divisor) {
        return dividend.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1)).longValueExact();
    }
}
