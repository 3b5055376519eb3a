package se.ledfyr.deadlines.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.Letters;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.StartPart;
import se.ledfyr.pages.Texts;

/// What is overdue and what will be due within seven days, on the start page of whoever works with people.
@Component
class NextSevenDays implements StartPart {

    private static final int DAYS = 7;
    private static final int SHOWN = 8;

    private final Clocks clocks;
    private final ClockLines lines;
    private final Letters letters;

    NextSevenDays(Clocks clocks, ClockLines lines, Letters letters) {
        this.clocks = clocks;
        this.lines = lines;
        this.letters = letters;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<Piece> of(Texts texts) {
        if (!Acting.ifBound().map(acting -> acting.may(Right.WORK_WITH_PEOPLE)).orElse(false)) {
            return Optional.empty();
        }
        List<RunningClock> soon = clocks.listDueWithin(DAYS);
        return Optional.of(new Piece(
                "deadlines/next",
                Map.of(
                        "lines", lines.of(soon.subList(0, Math.min(SHOWN, soon.size())), texts),
                        "more", Math.max(0, soon.size() - SHOWN),
                        "mail", letters.canBeSent())));
    }
}
