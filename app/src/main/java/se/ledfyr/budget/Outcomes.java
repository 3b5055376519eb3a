package se.ledfyr.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the programme cost for each person it admitted, year by year. It proves nothing about what the
/// money achieved, and the page says so.
@Service
@Transactional
public class Outcomes {

    private final Agreements agreements;
    private final AccountRows rows;
    private final Reckonings reckonings;

    Outcomes(Agreements agreements, AccountRows rows, Reckonings reckonings) {
        this.agreements = agreements;
        this.rows = rows;
        this.reckonings = reckonings;
    }

    /// Both parts of the page, and when what was promised was added up.
    public record Told(List<Year> years, List<Left> outcomes, Instant at) {

        public Told {
            years = List.copyOf(years);
            outcomes = List.copyOf(outcomes);
        }
    }

    /// One year of a programme.
    ///
    /// @param spent in the year, whomever it was for
    /// @param admitted persons admitted in the year
    /// @param earlier part of what was promised that is for persons admitted in years before
    /// @param days that were granted and fall in the year; none in the return programme
    public record Year(int year, Money spent, long admitted, Money earlier, long days) {

        /// For each person admitted in the year, to the krona; nothing when nobody was.
        public Optional<Money> perPerson() {
            return admitted == 0 ? Optional.empty() : Optional.of(Money.kronor(rounded(spent.ore(), 100 * admitted)));
        }

        /// For each granted day that falls in the year, to the krona; nothing when there were none.
        public Optional<Money> perDay() {
            return days == 0 ? Optional.empty() : Optional.of(Money.kronor(rounded(spent.ore(), 100 * days)));
        }

        private static long rounded(long amount, long by) {
            return Math.floorDiv(2 * amount + by, 2 * by);
        }
    }

    /// What was promised to those admitted in a year who left in one way.
    ///
    /// @param outcome its code; empty while nobody has said how it ended
    public record Left(String outcome, long persons, Money promised) {

        /// For each of them, to the krona.
        public Money perPerson() {
            return Money.kronor(Year.rounded(promised.ore(), 100 * persons));
        }
    }

    /// The years of the same keeper and programme, the earliest first; and what was promised to those admitted in the
    /// year, by how it ended for them, the fewest last. Of a return that came by file nobody has said how it ended.
    public Told tell(AgreementId id) {
        Agreement one = agreements.get(id);
        Kept<Promised> kept = reckonings.promised(one);
        return new Told(years(one, kept.answer()), outcomes(kept.answer()), kept.at());
    }

    private static List<Left> outcomes(Promised promised) {
        return promised.outcomes().stream()
                .sorted(Comparator.comparingLong(Left::persons).reversed().thenComparing(Left::outcome))
                .toList();
    }

    private List<Year> years(Agreement one, Promised promised) {
        LocalDate today = agreements.today();
        return agreements.list().stream()
                .filter(other -> other.keeper().equals(one.keeper()) && other.programme() == one.programme())
                .filter(other -> !other.first().isAfter(today))
                .sorted(Comparator.comparingInt(Agreement::year))
                .map(agreement -> year(agreement, promised, today))
                .toList();
    }

    /// Whoever was admitted in a year is promised days in it and in the one after.
    private Year year(Agreement agreement, Promised promised, LocalDate today) {
        PromisedRows.OfYear own = promised.admittedIn(agreement.year());
        PromisedRows.OfYear before = promised.admittedIn(agreement.year() - 1);
        return new Year(
                agreement.year(),
                rows.spent(agreement.id(), today).all(),
                own.persons(),
                before.after(),
                own.days() + before.daysAfter());
    }
}
