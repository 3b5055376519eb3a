package se.ledfyr.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// A forecast that says something, for tests that do not ask what.
final class TestOutlook {

    private TestOutlook() {}

    static Outlook plain(LocalDate asOf) {
        return new Outlook(
                asOf,
                Money.kronor(1_000),
                Money.kronor(700),
                Money.kronor(100),
                Money.kronor(900),
                Money.kronor(1_200),
                Money.kronor(1_500),
                40,
                asOf.plusDays(1),
                42,
                10_000,
                1_250,
                List.of(
                        new Outlook.Month(
                                YearMonth.from(asOf).plusMonths(1),
                                Money.kronor(800),
                                Money.kronor(900),
                                Money.kronor(1_000),
                                2_000),
                        new Outlook.Month(
                                YearMonth.from(asOf).plusMonths(2),
                                Money.kronor(900),
                                Money.kronor(1_200),
                                Money.kronor(1_500),
                                6_750)));
    }
}
