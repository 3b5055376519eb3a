package se.ledfyr.statistics.web;

/// A change of one registration, grant or reflection period after its year was closed, as the page shows it.
public record RevisionLine(
        String at, String record, String kind, String region, String field, String oldValue, String newValue) {}
