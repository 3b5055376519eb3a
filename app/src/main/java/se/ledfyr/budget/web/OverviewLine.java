package se.ledfyr.budget.web;

import se.ledfyr.budget.Account;
import se.ledfyr.budget.Agreement;

/// One programme in one year. Public for the templates alone.
///
/// @param closed whether the account has been closed
/// @param waiting requests for more money without an answer
public record OverviewLine(Agreement agreement, Account account, boolean closed, long waiting) {}
