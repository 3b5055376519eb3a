package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be booked.
///
/// @param kind code of list `expense_kind`
/// @param quantity above 0, or null
/// @param note never about a person, at most 200 characters
/// @param forWhom the grant of the support programme, or the return or its grant, that it was for; null where
///     it was for nobody in particular
public record NewExpense(
        LocalDate bookedOn,
        String kind,
        @Nullable Integer quantity,
        Money amount,
        String note,
        @Nullable UUID forWhom) {

    private static final int LONGEST_NOTE = 200;

    public NewExpense {
        note = note.strip();
        if (!amount.isPositive() || note.length() > LONGEST_NOTE || (quantity != null && quantity < 1)) {
            throw new IllegalArgumentException("an expense is above nothing, with a short note");
        }
    }
}
