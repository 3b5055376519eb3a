package se.ledfyr.casework;

import java.util.UUID;

/// Names one event. Unlike the event's code it says nothing about what happened, so it may stand in an
/// address.
public record EventId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static EventId of(String text) {
        return new EventId(UUID.fromString(text));
    }

    public static EventId random() {
        return new EventId(UUID.randomUUID());
    }
}
