package se.ledfyr.emergency.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.emergency.BreakGlass;
import se.ledfyr.emergency.Reviews;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.StartPart;
import se.ledfyr.pages.Texts;

/// On the start page, before anything else: that a colleague broke the glass, and what waits to be judged.
@Component
class ToldPart implements StartPart {

    private final BreakGlass glass;
    private final Reviews reviews;

    ToldPart(BreakGlass glass, Reviews reviews) {
        this.glass = glass;
        this.reviews = reviews;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Piece> of(Texts texts) {
        Acting acting = Acting.ifBound().orElse(null);
        if (acting == null || acting.member() == null) {
            return Optional.empty();
        }
        int told = EmergencyController.mayBeTold(acting) ? glass.countUnseen() : 0;
        int queue = acting.may(Right.READ_AUDIT) || acting.may(Right.READ_NATIONAL_AUDIT) ? reviews.countQueue() : 0;
        Map<String, Object> model = new HashMap<>();
        model.put("told", told);
        model.put("queue", queue);
        return told + queue == 0 ? Optional.empty() : Optional.of(new Piece("emergency/start", model));
    }
}
