package se.ledfyr.casework.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.casework.CaseTimes;
import se.ledfyr.deadlines.ClockKinds;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;

/// What is due in a case, on its page. Public for its template alone.
@Component
public final class TimesOfCase implements CaseSection {

    private static final int ORDER = 400;

    /// @param done address that notes it as done; empty for a time that ends with what it is about
    public record Line(String kind, String due, boolean overdue, String path, String done) {}

    private final CaseTimes times;
    private final ClockKinds kinds;
    private final Clock clock;

    TimesOfCase(CaseTimes times, ClockKinds kinds, Clock clock) {
        this.times = times;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        String here = "/cases/" + file.id().value();
        boolean holds = file.isHeldBy(Acting.current().organisation());
        Instant now = clock.instant();
        List<Line> lines = times.list(file).stream()
                .map(time -> line(time, here, now, texts))
                .toList();
        if (lines.isEmpty() && !holds) {
            return Optional.empty();
        }
        Map<String, Object> model = Map.of("lines", lines, "here", here, "holds", holds);
        return Optional.of(new View("times", texts.get("casework.times"), new Piece("casework/case-times", model)));
    }

    private Line line(RunningClock time, String here, Instant now, Texts texts) {
        String due = time.isWholeDay()
                ? texts.get("casework.times.through", texts.date(time.lastDay()))
                : texts.moment(time.dueAt());
        return new Line(
                texts.get(kinds.key(time.kind())),
                due,
                time.isOverdue(now),
                time.path().equals(here) ? "" : time.path(),
                times.isOurs(time) ? here + "/times/" + time.id().value() + "/done" : "");
    }
}
