package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the programme cost for each person it admitted, year by year. It proves nothing about what the
/// money achieved, and the page says so.
@Service
@Transactional
public class Outcomes {

    private final Agreements agreements;
    private final AccountRows rows;
    private final PromiseDesk desk;

    Outcomes(Agreements agreements, AccountRows rows, PromiseDesk desk) {
        this.agreements = agreements;
        this.rows = rows;
        this.desk = desk;
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

    /// What was promised to those admitted in the year, by how it ended for them; the fewest last. Of a
    /// return that came by file nobody has said how it ended.
    public List<Left> outcomes(AgreementId id) {
        Agreement agreement = agreements.get(id);
        Promises promises = desk.of(agreement, agreements.today());
        Map<String, List<Admitted>> byOutcome = new TreeMap<>();
        promises.admitted().stream()
                .filter(one -> !one.day().isBefore(agreement.first()))
                .forEach(one -> byOutcome
                        .computeIfAbsent(one.outcome() == null ? "" : one.outcome(), unused -> new ArrayList<>())
                        .add(one));
        return byOutcome.entrySet().stream()
                .map(entry -> new Left(
                        entry.getKey(),
                        entry.getValue().size(),
                        new Money(entry.getValue().stream()
                                .mapToLong(one -> promises.courseOf(one).total())
                                .sum())))
                .sorted(Comparator.comparingLong(Left::persons).reversed())
                .toList();
    }

    /// The years of the same keeper and programme, the earliest first.
    public List<Year> years(AgreementId id) {
        Agreement one = agreements.get(id);
        LocalDate today = agreements.today();
        List<Year> years = new ArrayList<>();
        agreements.list().stream()
                .filter(other -> other.keeper().equals(one.keeper()) && other.programme() == one.programme())
                .filter(other -> !other.first().isAfter(today))
                .sorted(Comparator.comparingInt(Agreement::year))
                .forEach(agreement -> years.add(year(agreement, today)));
        return years;
    }

    private Year year(Agreement agreement, LocalDate today) {
        Promises promises = desk.of(agreement, today);
        Promises before = new Promises(
                promises.programme(),
                promises.admitted().stream()
                        .filter(one -> one.day().isBefore(agreement.first()))
                        .toList(),
                promises.prices());
        return new Year(
                agreement.year(),
                rows.spent(agreement.id(), today).all(),
                promises.admitted().stream()
                        .filter(one -> !one.day().isBefore(agreement.first()))
                        .count(),
                before.toPeople(agreement.first(), agreement.last()),
                promises.days(agreement.first(), agreement.last()));
    }
}
