package se.ledfyr.guidance;

import java.util.UUID;

/// Names one task.
public record TaskId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    static TaskId random() {
        return new TaskId(UUID.randomUUID());
    }
}
