package se.ledfyr.budget;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Puts together what a programme has promised: who was admitted, and what it costs.
@Component
class PromiseDesk {

    private final AdmittedRows admitted;
    private final PriceRows prices;

    PromiseDesk(AdmittedRows admitted, PriceRows prices) {
        this.admitted = admitted;
        this.prices = prices;
    }

    /// What had been promised by the evening of a day.
    Promises of(Agreement agreement, LocalDate asOf) {
        return new Promises(
                agreement.programme(),
                admitted.list(agreement.programme(), asOf.isAfter(agreement.last()) ? agreement.last() : asOf),
                prices.list(agreement.keeper(), agreement.programme()));
    }
}
