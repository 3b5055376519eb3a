package se.ledfyr.people;

import java.util.Set;

/// Somebody named exactly, as keyed tokens of the acting organisation; nothing can be read back from them.
///
/// @param anyOf tokens of numbers, one of which is enough
/// @param allOf tokens of the words of a name, all of which must be there
public record ExactWords(Set<Long> anyOf, Set<Long> allOf) {

    public ExactWords {
        anyOf = Set.copyOf(anyOf);
        allOf = Set.copyOf(allOf);
    }

    /// How many words, never which.
    @Override
    public String toString() {
        return "ExactWords[%d, %d]".formatted(anyOf.size(), allOf.size());
    }
}
