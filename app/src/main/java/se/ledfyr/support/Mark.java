package se.ledfyr.support;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a list that is ordered by day goes on.
record Mark(LocalDate day, UUID id) {

    String text() {
        return day + "_" + id;
    }

    static Optional<Mark> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String[] parts = text.split("_", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Mark(LocalDate.parse(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
