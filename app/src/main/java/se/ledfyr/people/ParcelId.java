package se.ledfyr.people;

import java.util.UUID;

/// Names one parcel, at both of its ends. It says nothing about whom it is about.
public record ParcelId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static ParcelId of(String text) {
        return new ParcelId(UUID.fromString(text));
    }

    static ParcelId random() {
        return new ParcelId(UUID.randomUUID());
    }
}
