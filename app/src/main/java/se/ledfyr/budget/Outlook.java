package se.ledfyr.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A forecast as it is shown, and as it is kept with a request for more money: whole öre and ten
/// thousandths.
///
/// @param asOf last day that was known
/// @param available all money of the year
/// @param committed promised and not booked, to the end of the year
/// @param low of 100 years like this, 5 cost less
/// @param high of 100 years like this, 5 cost more
/// @param whatIf persons assumed to come besides
/// @param whatIfFrom first day of the month they are assumed to come in; null when there are none
/// @param lasts in how many of ten thousand simulations the money is enough
public record Outlook(
        LocalDate asOf,
        Money available,
        Money spent,
        Money committed,
        Money low,
        Money middle,
        Money high,
        int whatIf,
        @Nullable LocalDate whatIfFrom,
        long seed,
        int simulations,
        int lasts,
        List<Month> months) {

    private static final int ALL = 10_000;
    private static final double PERCENT = 100.0;

    /// @param endsHere in how many of ten thousand simulations the money ends in this month
    public record Month(YearMonth name, Money low, Money middle, Money high, int endsHere) {

        /// In percent, to the nearest.
        public long percent() {
            return Math.round(endsHere / PERCENT);
        }
    }

    public Outlook {
        months = List.copyOf(months);
    }

    /// How likely it is that the money is not enough, in percent to the nearest; never 0 or 100 while
    /// any simulation says otherwise.
    public long endsPercent() {
        long nearest = Math.round((ALL - lasts) / PERCENT);
        return lasts == 0 || lasts == ALL ? nearest : Math.clamp(nearest, 1, 99);
    }

    /// The first month by whose end the money is gone in at least half of the simulations; none when it
    /// rather lasts.
    public Optional<YearMonth> endsIn() {
        int sum = 0;
        for (Month month : months) {
            sum += month.endsHere();
            if (sum * 2 >= ALL) {
                return Optional.of(month.name());
            }
        }
        return Optional.empty();
    }

    /// What it takes besides for the money to last in 95 of 100 years like this, up to the next
    /// thousand kronor; nothing when it does.
    public Money missing() {
        return high.minus(available).orNothing().roughUp();
    }
}
