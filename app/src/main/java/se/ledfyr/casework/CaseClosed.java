package se.ledfyr.casework;

/// A case was closed. Published in the transaction that closes it.
public record CaseClosed(CaseId id) {}
