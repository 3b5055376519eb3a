package se.ledfyr.budget;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;

/// What a day, a measure, a return and a month cost, from a day on. The keeper sets it, the funder sees
/// it.
@Service
@Transactional
public class Prices {

    private final PriceRows rows;
    private final Agreements agreements;
    private final AuditLog audit;
    private final Clock clock;

    Prices(PriceRows rows, Agreements agreements, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    /// All prices of the programme that there ever were, by kind and day.
    public List<Price> list(AgreementId id) {
        Agreement agreement = agreements.get(id);
        return rows.list(agreement.keeper(), agreement.programme());
    }

    /// Sets the price from a day on; the one before ends there. What was promised before keeps its
    /// price.
    ///
    /// @throws NotNow when a price from that day or a later one is there already
    public void set(AgreementId id, Price price) {
        Agreement agreement = agreements.kept(id);
        if (!agreement.programme().prices().contains(price.kind())) {
            throw new IllegalArgumentException("a programme has the prices it has");
        }
        if (!rows.set(Acting.current().organisation(), agreement.programme(), price, clock.instant())) {
            throw new NotNow("budget.error.price-later");
        }
        audit.note(
                Action.PRICE_SET,
                Subject.ACCOUNT,
                List.of(id.value()),
                null,
                price.kind().name());
    }
}
