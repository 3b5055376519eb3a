package se.ledfyr.budget;

import java.util.UUID;

/// Names one agreement.
public record AgreementId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static AgreementId of(String text) {
        return new AgreementId(UUID.fromString(text));
    }

    static AgreementId random() {
        return new AgreementId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
