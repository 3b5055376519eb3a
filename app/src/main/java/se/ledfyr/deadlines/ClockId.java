package se.ledfyr.deadlines;

import java.util.UUID;

/// Names one clock.
public record ClockId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static ClockId of(String text) {
        return new ClockId(UUID.fromString(text));
    }

    public static ClockId random() {
        return new ClockId(UUID.randomUUID());
    }
}
