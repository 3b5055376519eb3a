package se.ledfyr.emergency;

import java.util.UUID;

/// Names one breaking of the glass. Says nothing about anybody, so it may stand in an address.
public record GlassId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static GlassId of(String text) {
        return new GlassId(UUID.fromString(text));
    }
}
