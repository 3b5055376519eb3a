package se.ledfyr.permits;

import java.time.LocalDate;

/// What the Migration Agency decided.
public sealed interface Decision {

    /// The shortest time between the first day and the last, by law.
    int SHORTEST = 30;

    LocalDate on();

    /// @param start first day
    /// @param end last day, at least [#SHORTEST] days later
    record Granted(LocalDate on, LocalDate start, LocalDate end) implements Decision {
        public Granted {
            if (end.isBefore(start.plusDays(SHORTEST))) {
                throw new IllegalArgumentException("a reflection period has at least %d days".formatted(SHORTEST));
            }
        }
    }

    record Refused(LocalDate on) implements Decision {}
}
