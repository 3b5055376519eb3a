package se.ledfyr.deadlines;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How long somebody has, for a period of validity.
///
/// @param amount how many of the unit; 0 for [RuleUnit#SAME_DAY] and nothing else
/// @param rolls whether a last day that is no working day moves to the next one
/// @param reminder share of the time after which a reminder goes out, between 0 and 1; null for none
/// @param validFrom first day on which a clock is set by it
/// @param validTo day after the last; null while it holds
/// @param sourceSv what lays the time down, or that the house has chosen it
public record Rule(
        String code,
        int amount,
        RuleUnit unit,
        boolean rolls,
        @Nullable BigDecimal reminder,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String labelSv,
        String labelEn,
        Ground ground,
        String sourceSv,
        String sourceEn) {

    /// Who laid a time down. The names are stored.
    public enum Ground {
        LAW,
        CONVENTION,
        AGREEMENT,
        HOUSE
    }

    public Rule {
        if (amount < 0 || (unit == RuleUnit.SAME_DAY) != (amount == 0)) {
            throw new IllegalArgumentException("amount is at least 1, and 0 for the same day");
        }
        if (reminder != null && (reminder.signum() <= 0 || reminder.compareTo(BigDecimal.ONE) >= 0)) {
            throw new IllegalArgumentException("reminder is a share between 0 and 1");
        }
        if (validTo != null && !validFrom.isBefore(validTo)) {
            throw new IllegalArgumentException("a rule holds for a day at least");
        }
    }

    /// Whether a clock that is set on `day` is set by this rule.
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    public String label(Locale language) {
        return isSwedish(language) ? labelSv : labelEn;
    }

    public String source(Locale language) {
        return isSwedish(language) ? sourceSv : sourceEn;
    }

    private static boolean isSwedish(Locale language) {
        return language.getLanguage().equals("sv");
    }
}
