package se.ledfyr.needs;

import java.util.UUID;

/// Names one child of somebody in a case.
public record ChildId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static ChildId of(String text) {
        return new ChildId(UUID.fromString(text));
    }

    static ChildId random() {
        return new ChildId(UUID.randomUUID());
    }
}
