package se.ledfyr.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A question whose answer is kept.
///
/// @param asOf last day that is known
/// @param persons who are assumed to come besides; 0 for everything but a forecast
/// @param from first day of the month they are assumed to come in; null when there are none
record Sought(
        AgreementId agreement,
        Kind kind,
        LocalDate asOf,
        int persons,
        @Nullable LocalDate from) {

    /// What is asked.
    enum Kind {
        FORECAST,
        BACK_TEST,
        OUTCOMES
    }

    static Sought forecast(AgreementId agreement, Forecasts.Asked asked) {
        YearMonth month = asked.month();
        return new Sought(
                agreement, Kind.FORECAST, asked.asOf(), asked.persons(), month == null ? null : month.atDay(1));
    }

    static Sought backTest(AgreementId agreement, LocalDate asOf) {
        return new Sought(agreement, Kind.BACK_TEST, asOf, 0, null);
    }

    static Sought outcomes(AgreementId agreement, LocalDate asOf) {
        return new Sought(agreement, Kind.OUTCOMES, asOf, 0, null);
    }

    /// The question of a forecast as it was asked.
    Forecasts.Asked asked() {
        return new Forecasts.Asked(asOf, persons, from == null ? null : YearMonth.from(from));
    }
}
