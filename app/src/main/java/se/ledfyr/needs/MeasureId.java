package se.ledfyr.needs;

import java.util.UUID;

/// Names one measure.
public record MeasureId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static MeasureId of(String text) {
        return new MeasureId(UUID.fromString(text));
    }

    static MeasureId random() {
        return new MeasureId(UUID.randomUUID());
    }
}
