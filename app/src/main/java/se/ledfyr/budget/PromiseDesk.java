package se.ledfyr.budget;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Puts together what a programme has promised: who was admitted, and what it costs.
@Component
class PromiseDesk {

    /// Nobody is promised days for longer.
    private static final int LONGEST_YEARS = 1;

    /// What came longer ago says little about what comes next.
    private static final int LEARNT_YEARS = 5;

    private final AdmittedRows admitted;
    private final PriceRows prices;

    PromiseDesk(AdmittedRows admitted, PriceRows prices) {
        this.admitted = admitted;
        this.prices = prices;
    }

    /// What had been promised by the evening of a day and can fall on days of the year.
    Promises of(Agreement agreement, LocalDate asOf) {
        return since(agreement, agreement.first().minusYears(LONGEST_YEARS), asOf);
    }

    /// The same with those admitted in the five years before, to learn from.
    Promises withHistory(Agreement agreement, LocalDate asOf) {
        return since(agreement, agreement.first().minusYears(LEARNT_YEARS), asOf);
    }

    private Promises since(Agreement agreement, LocalDate since, LocalDate asOf) {
        return new Promises(
                agreement.programme(),
                admitted.list(agreement, since, asOf.isAfter(agreement.last()) ? agreement.last() : asOf),
                prices.list(agreement.keeper(), agreement.programme()));
    }
}
