package se.ledfyr.casework;

/// A closed case is open again. Published in the transaction that reopens it.
public record CaseReopened(CaseId id) {}
