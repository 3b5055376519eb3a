package se.ledfyr.budget;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ledfyr.methods.forecast.Course;

/// What the programme has promised: the days and measures it granted, the returns it admitted, and the
/// months it runs, each at the price of the day it was promised on. Without a price it is worth
/// nothing, and the page says so.
///
/// @param owed what returns of earlier years are still owed, with the money that was reserved for them;
///     it counts on `since`
/// @param since first day of the year
record Promises(Programme programme, List<Admitted> admitted, List<Price> prices, Money owed, LocalDate since) {

    /// Of people alone, with nothing left from earlier years.
    Promises(Programme programme, List<Admitted> admitted, List<Price> prices) {
        this(programme, admitted, prices, Money.ZERO, LocalDate.EPOCH);
    }

    Promises {
        admitted = List.copyOf(admitted);
        prices = List.copyOf(prices);
    }

    /// What one person costs. A return costs what is planned for it, or else its price. Single measures that the
    /// work priced cost that; somebody granted neither days nor priced measures costs the price of one measure.
    Course courseOf(Admitted one) {
        return switch (programme) {
            case AMP ->
                new Course(Math.max(written(one, PriceKind.RETURN), one.paid().ore()), 0, 0);
            case NSP -> {
                boolean onlyMeasures = one.days() == 0 && written(one, PriceKind.MEASURE) == 0;
                yield new Course(
                        onlyMeasures ? price(PriceKind.MEASURE, one.day()) : written(one, PriceKind.MEASURE),
                        one.days(),
                        price(one.housed() ? PriceKind.BED_DAY : PriceKind.SUPPORT_DAY, one.day()));
            }
        };
    }

    private long written(Admitted one, PriceKind otherwise) {
        Money written = one.written();
        return written == null ? price(otherwise, one.day()) : written.ore();
    }

    /// What somebody who has applied would cost; nothing where that shows only when they are admitted.
    Optional<Course> courseOf(Application one, LocalDate asOf) {
        Money planned = one.planned();
        return switch (programme) {
            case AMP -> Optional.of(new Course(planned == null ? price(PriceKind.RETURN, asOf) : planned.ore(), 0, 0));
            case NSP -> Optional.empty();
        };
    }

    /// A person nobody knows anything about yet.
    Course usual(LocalDate day) {
        return new Course(price(programme == Programme.AMP ? PriceKind.RETURN : PriceKind.MEASURE, day), 0, 0);
    }

    /// What falls on the days from `first` to `last`.
    Money between(LocalDate first, LocalDate last) {
        long months = 0;
        for (LocalDate month = firstOfMonth(first); !month.isAfter(last); month = month.plusMonths(1)) {
            months = Math.addExact(months, price(PriceKind.ADMINISTRATION, month));
        }
        boolean owes = !since.isBefore(first) && !since.isAfter(last);
        return toPeople(first, last).plus(owes ? owed : Money.ZERO).plus(new Money(months));
    }

    /// What of it was promised to people.
    Money toPeople(LocalDate first, LocalDate last) {
        long sum = 0;
        for (Admitted one : admitted) {
            int from = (int) ChronoUnit.DAYS.between(one.charged(), first);
            int to = (int) ChronoUnit.DAYS.between(one.charged(), last);
            sum = Math.addExact(sum, to < 0 ? 0 : courseOf(one).between(from, to));
        }
        return new Money(sum);
    }

    /// The same day by day.
    List<Long> daily(LocalDate first, LocalDate last) {
        long[] days = new long[(int) ChronoUnit.DAYS.between(first, last) + 1];
        for (Admitted one : admitted) {
            Course course = courseOf(one);
            int from = (int) ChronoUnit.DAYS.between(one.charged(), first);
            for (int i = Math.max(0, -from); i < days.length && from + i < Math.max(1, course.days()); i++) {
                days[i] = Math.addExact(days[i], course.between(from + i, from + i));
            }
        }
        for (LocalDate month = firstOfMonth(first); !month.isAfter(last); month = month.plusMonths(1)) {
            days[(int) ChronoUnit.DAYS.between(first, month)] += price(PriceKind.ADMINISTRATION, month);
        }
        List<Long> all = new ArrayList<>();
        for (long day : days) {
            all.add(day);
        }
        return all;
    }

    /// Granted days from `first` to `last`.
    long days(LocalDate first, LocalDate last) {
        long sum = 0;
        for (Admitted one : admitted) {
            LocalDate from = one.day().isBefore(first) ? first : one.day();
            LocalDate until = one.day().plusDays(one.days());
            LocalDate end = until.isAfter(last) ? last.plusDays(1) : until;
            sum += Math.max(0, ChronoUnit.DAYS.between(from, end));
        }
        return sum;
    }

    /// Whether everything that the programme promises has a price on `day`.
    boolean pricedOn(LocalDate day) {
        return programme.prices().stream()
                .allMatch(kind -> prices.stream().anyMatch(price -> price.kind() == kind && price.isValidOn(day)));
    }

    private static LocalDate firstOfMonth(LocalDate day) {
        return day.getDayOfMonth() == 1 ? day : day.withDayOfMonth(1).plusMonths(1);
    }

    private long price(PriceKind kind, LocalDate day) {
        return prices.stream()
                .filter(price -> price.kind() == kind && price.isValidOn(day))
                .mapToLong(price -> price.unit().ore())
                .findFirst()
                .orElse(0);
    }
}
