package se.ledfyr.statistics;

import java.util.Arrays;
import java.util.Locale;

/// What a number counts. The code in files is the name in lower case.
public enum Unit {
    PERSONS,
    CHILDREN,
    CASES,
    DAYS,
    /// Whole kronor.
    SEK,
    NEEDS,
    MEASURES,
    /// Pieces of advice without identity: work done, never persons.
    CONSULTATIONS,
    /// Times an adult said no and was counted without a name: never persons.
    NOTICES,
    /// What was answered, where one person can give several answers.
    ANSWERS,
    /// Change in percent, with its sign.
    PERCENT,
    /// How many of a hundred of what the cell counts, with one decimal.
    SHARE,
    /// How much for each one the cell counts, with two decimals.
    MEAN,
    /// How many answers for each person the cell counts, with two decimals.
    ANSWERS_PER_PERSON,
    /// The mean age of those the cell counts, with one decimal.
    YEARS_OF_AGE,
    /// How many countries, not how many people.
    COUNTRIES;

    /// Whether the number is made by dividing by how many the cell counts.
    public boolean isRelative() {
        return switch (this) {
            case SHARE, MEAN, ANSWERS_PER_PERSON, YEARS_OF_AGE -> true;
            case PERSONS,
                    CHILDREN,
                    CASES,
                    DAYS,
                    SEK,
                    NEEDS,
                    MEASURES,
                    CONSULTATIONS,
                    NOTICES,
                    ANSWERS,
                    PERCENT,
                    COUNTRIES -> false;
        };
    }

    /// What stands in files, where a share is a percentage like any other.
    public String inFiles() {
        return this == SHARE ? PERCENT.code() : code();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for a code that is no unit
    static Unit of(String code) {
        return Arrays.stream(values())
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown unit " + code + "; known: "
                        + Arrays.stream(values()).map(Unit::code).toList()));
    }
}
