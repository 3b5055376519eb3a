package se.ledfyr.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// Consents begin and end with days as people in Sweden count them, as `consent.local_day` does in the database.
final class SwedishDay {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private SwedishDay() {}

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), SWEDISH_TIME);
    }
}
