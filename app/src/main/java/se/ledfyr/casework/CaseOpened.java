package se.ledfyr.casework;

/// A case was opened. Published in the transaction that opens it.
public record CaseOpened(CaseId id) {}
