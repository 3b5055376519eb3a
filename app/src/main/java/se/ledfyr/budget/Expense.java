package se.ledfyr.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was paid.
///
/// @param kind code of list `expense_kind`
/// @param quantity days, measures or journeys; null where nothing is counted
/// @param amount below nothing for a correction that takes back
/// @param note what the voucher says, about nobody
/// @param corrects the row it puts right; null for none
/// @param left what is left of it after later corrections; nothing for a correction
public record Expense(
        ExpenseId id,
        LocalDate bookedOn,
        String kind,
        @Nullable Integer quantity,
        Money amount,
        String note,
        @Nullable ExpenseId corrects,
        Money left) {}
