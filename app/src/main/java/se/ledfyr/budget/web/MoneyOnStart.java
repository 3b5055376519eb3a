package se.ledfyr.budget.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.budget.Supplements;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.StartPart;
import se.ledfyr.pages.Texts;

/// Requests for more money that wait for an answer, on the start page of whoever decides.
@Component
class MoneyOnStart implements StartPart {

    private static final int ORDER = 120;

    private final Supplements supplements;

    MoneyOnStart(Supplements supplements) {
        this.supplements = supplements;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Piece> of(Texts texts) {
        if (!Acting.current().may(Right.FUND_PROGRAMMES)) {
            return Optional.empty();
        }
        int waiting = supplements.countWaiting();
        return waiting == 0 ? Optional.empty() : Optional.of(new Piece("budget/start", Map.of("waiting", waiting)));
    }
}
