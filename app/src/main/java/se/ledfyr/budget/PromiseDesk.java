package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Puts together what a programme has promised: who was admitted, and what it costs.
@Component
class PromiseDesk {

    /// Nobody is promised days for longer.
    private static final int LONGEST_YEARS = 1;

    /// What came longer ago says little about what comes next.
    private static final int LEARNT_YEARS = 5;

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final AdmittedRows admitted;
    private final PromisedRows sums;
    private final PriceRows prices;

    PromiseDesk(AdmittedRows admitted, PromisedRows sums, PriceRows prices) {
        this.admitted = admitted;
        this.sums = sums;
        this.prices = prices;
    }

    /// What had been promised by the evening of a day and falls on days of the year, running the programme
    /// included.
    Money committed(Agreement agreement, LocalDate asOf) {
        LocalDate first = agreement.first();
        LocalDate last = agreement.last();
        Promises nobody =
                new Promises(agreement.programme(), List.of(), prices.list(agreement.keeper(), agreement.programme()));
        return nobody.between(first, last)
                .plus(toPeople(agreement, asOf, first, last))
                .plus(owed(agreement, asOf));
    }

    /// What returns of earlier years are still owed, as far as money was reserved for them when the
    /// year before was closed.
    Money owed(Agreement agreement, LocalDate asOf) {
        return agreement.programme() == Programme.AMP ? sums.owed(agreement, asOf) : Money.ZERO;
    }

    /// What follows to the year after with its money, by what is known today: in the support programme the
    /// days after the year, in the return programme what journeys that go on have not been paid.
    Money after(Agreement agreement, Money notBooked) {
        LocalDate last = agreement.last();
        return switch (agreement.programme()) {
            case NSP -> toPeople(agreement, last, last.plusDays(1), last.plusYears(1));
            case AMP -> {
                Money goOn = sums.owedBefore(agreement, last.plusDays(1), FOREVER);
                yield goOn.compareTo(notBooked) < 0 ? goOn : notBooked;
            }
        };
    }

    /// Applications to the programme by the evening of a day, those of five years.
    List<Application> applied(Agreement agreement, LocalDate asOf) {
        return admitted.applied(agreement, agreement.first().minusYears(LEARNT_YEARS), asOf);
    }

    /// What of it was promised to people for the days from `first` to `last`.
    Money toPeople(Agreement agreement, LocalDate asOf, LocalDate first, LocalDate last) {
        return sums.toPeople(agreement, earliest(agreement), asOf, first, last);
    }

    /// What was promised until the evening of a day: in every year of the same keeper and programme, and in the year of
    /// the agreement by how it ended.
    Promised promised(Agreement agreement, LocalDate asOf) {
        return new Promised(
                sums.byYear(agreement, asOf), sums.byOutcome(agreement, agreement.first(), until(agreement, asOf)));
    }

    /// The same, to be kept: adding up is all there is to it.
    Calculation<Promised> toKeep(Agreement agreement, LocalDate asOf) {
        Promised promised = promised(agreement, asOf);
        return new Calculation<>(Fingerprint.of(List.of(prices(agreement), promised)), () -> promised);
    }

    /// What had been promised by the evening of a day and can fall on days of the year.
    Promises of(Agreement agreement, LocalDate asOf) {
        return since(agreement, earliest(agreement), asOf);
    }

    /// The same with those admitted in the five years before, to learn from.
    Promises withHistory(Agreement agreement, LocalDate asOf) {
        return since(agreement, agreement.first().minusYears(LEARNT_YEARS), asOf);
    }

    /// What the keeper pays for things.
    List<Price> prices(Agreement agreement) {
        return prices.list(agreement.keeper(), agreement.programme());
    }

    private Promises since(Agreement agreement, LocalDate since, LocalDate asOf) {
        return new Promises(
                agreement.programme(),
                admitted.list(agreement, since, asOf),
                prices(agreement),
                owed(agreement, asOf),
                agreement.first());
    }

    private static LocalDate earliest(Agreement agreement) {
        return agreement.first().minusYears(LONGEST_YEARS);
    }

    private static LocalDate until(Agreement agreement, LocalDate asOf) {
        return asOf.isAfter(agreement.last()) ? agreement.last() : asOf;
    }
}
