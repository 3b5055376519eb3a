package se.ledfyr.needs;

import org.jspecify.annotations.Nullable;

/// Which open needs to list.
///
/// @param ours those the acting organisation owes; otherwise those others owe in the cases it holds
/// @param overdue only those whose day has passed
/// @param type code of list `need_support`; null for all
public record NeedFilter(
        boolean ours, boolean overdue, @Nullable String type) {}
