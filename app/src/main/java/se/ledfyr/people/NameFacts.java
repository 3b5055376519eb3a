package se.ledfyr.people;

import org.jspecify.annotations.Nullable;

/// What is known about a person beside the name that tells namesakes apart.
///
/// @param birthYear 1900 to 2100
/// @param citizenship a code of the list `country`
public record NameFacts(
        @Nullable Integer birthYear, @Nullable String citizenship) {

    public static final NameFacts UNKNOWN = new NameFacts(null, null);

    public NameFacts {
        if (birthYear != null && (birthYear < 1900 || birthYear > 2100)) {
            throw new IllegalArgumentException("A birth year is 1900-2100");
        }
        if (citizenship != null && !citizenship.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("A citizenship is a code");
        }
    }

    /// Whether both can be true of one person: birth years at most one apart, the same citizenship, or not known.
    boolean agreesWith(NameFacts other) {
        boolean years = birthYear == null || other.birthYear == null || Math.abs(birthYear - other.birthYear) <= 1;
        return years && (citizenship == null || other.citizenship == null || citizenship.equals(other.citizenship));
    }

    /// `1994 RO`, with `-` for what is not known.
    String text() {
        return (birthYear == null ? "-" : birthYear) + " " + (citizenship == null ? "-" : citizenship);
    }

    static NameFacts parse(String text) {
        String[] parts = text.split(" ", 2);
        return new NameFacts(
                parts[0].equals("-") ? null : Integer.valueOf(parts[0]), parts[1].equals("-") ? null : parts[1]);
    }

    @Override
    public String toString() {
        return "NameFacts[…]";
    }
}
