package se.ledfyr.people;

/// What looks wrong with a number. A doubt is shown and never stops anybody: numbers are written down as people
/// say them.
public enum Doubt {
    /// Not ten or twelve digits.
    LENGTH,
    /// The first digits are no date.
    DATE,
    /// The last digit does not agree with the others.
    CHECK_DIGIT,
    /// The day says that it is a number of the other kind.
    OTHER_KIND
}
