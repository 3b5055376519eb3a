package se.ledfyr.budget;

import java.util.UUID;

/// Names one expense.
public record ExpenseId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static ExpenseId of(String text) {
        return new ExpenseId(UUID.fromString(text));
    }

    static ExpenseId random() {
        return new ExpenseId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
