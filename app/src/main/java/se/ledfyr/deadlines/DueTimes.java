package se.ledfyr.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/// When something is due, by the rules, in Swedish local time.
@Service
public class DueTimes {

    private final Rules rules;
    private final Clock clock;

    DueTimes(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /// Due by the rule of today, counted from now.
    ///
    /// @throws IllegalArgumentException when there is no such rule
    public DueTime fromNow(String rule) {
        return after(clock.instant(), rule);
    }

    /// Due by the rule that held on the Swedish day of `from`.
    ///
    /// @throws IllegalArgumentException when there was no such rule
    public DueTime after(Instant from, String rule) {
        return after(from, rule, from.atZone(DueTime.SWEDISH_TIME).toLocalDate());
    }

    /// Due by the rule that held on `day`, counted from `from`.
    ///
    /// @throws IllegalArgumentException when there was no such rule
    public DueTime after(Instant from, String rule, LocalDate day) {
        return Counting.due(from, rules.get(rule, day));
    }

    /// Due by the rule of the day something began, counted from that day.
    ///
    /// @throws IllegalArgumentException when there was no such rule
    public DueTime since(LocalDate first, String rule) {
        return after(startOf(first), rule, first);
    }

    /// Due when a day ends that somebody decided, with the reminder of the rule of the day it began.
    ///
    /// @param last not before `first`
    /// @throws IllegalArgumentException when there was no such rule, or the days are the wrong way round
    public DueTime until(LocalDate first, LocalDate last, String rule) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A time ends after it began");
        }
        return Counting.dueAt(startOf(first), DueTime.endOf(last).dueAt(), rules.get(rule, first));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(DueTime.SWEDISH_TIME).toInstant();
    }
}
