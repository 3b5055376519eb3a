package se.ledfyr.deadlines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The arithmetic of rules, in Swedish local time. The day something begins on is not counted.
final class Counting {

    private Counting() {}

    static DueTime due(Instant from, Rule rule) {
        return dueAt(from, dueAt(from, rule), rule);
    }

    /// Due at a time that was decided otherwise, with the reminder of a rule.
    static DueTime dueAt(Instant from, Instant dueAt, Rule rule) {
        return new DueTime(dueAt, reminderAt(from, dueAt, rule.reminder()));
    }

    private static Instant dueAt(Instant from, Rule rule) {
        LocalDate day = from.atZone(DueTime.SWEDISH_TIME).toLocalDate();
        return switch (rule.unit()) {
            case HOURS -> rollHours(from.plus(Duration.ofHours(rule.amount())), rule);
            case DAYS -> endOf(day.plusDays(rule.amount()), rule);
            case WORKING_DAYS -> endOf(WorkingDays.after(day, rule.amount()), rule);
            case SAME_DAY -> endOf(day, rule);
            case MONTHS -> endOf(day.plusMonths(rule.amount()), rule);
        };
    }

    private static Instant endOf(LocalDate last, Rule rule) {
        return DueTime.midnightAfter(rule.rolls() ? WorkingDays.onOrAfter(last) : last);
    }

    /// Hours that end on a day when nobody works end with the next working day.
    private static Instant rollHours(Instant dueAt, Rule rule) {
        LocalDate last = DueTime.lastDay(dueAt);
        return !rule.rolls() || WorkingDays.isWorkingDay(last)
                ? dueAt
                : DueTime.midnightAfter(WorkingDays.onOrAfter(last));
    }

    private static @Nullable Instant reminderAt(Instant from, Instant dueAt, @Nullable BigDecimal share) {
        if (share == null) {
            return null;
        }
        long seconds = BigDecimal.valueOf(Duration.between(from, dueAt).toSeconds())
                .multiply(share)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        Instant reminder = from.plusSeconds(seconds);
        return reminder.isBefore(dueAt) ? reminder : null;
    }
}
