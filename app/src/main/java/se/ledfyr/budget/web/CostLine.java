package se.ledfyr.budget.web;

/// Days of one payer and what they are worth, in the reader's words. Public for the template alone.
public record CostLine(String payer, int days, String worth) {}
