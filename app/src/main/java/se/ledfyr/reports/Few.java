package se.ledfyr.reports;

/// Why a number tells of few people.
public enum Few {
    /// It is a small count itself.
    COUNT,
    /// A share or mean of few.
    BASE,
    /// A share from which a small count can be worked out.
    SHARE,
    /// What is missing to the whole is small.
    REST,
    /// What it differs by from the number with the group case is small.
    DIFFERENCE
}
