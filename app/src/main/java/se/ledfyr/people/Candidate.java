package se.ledfyr.people;

import java.util.Set;

/// Somebody who may be the person that is being registered.
///
/// @param name masked where the person is protected
/// @param reasons why, never empty, in the order of the enum
/// @param score 0 to 1, for ranking; it is no probability
public record Candidate(PersonId person, PersonName name, Set<Reason> reasons, double score) {

    /// Why somebody may be the same. The names are keys of messages: `people.reason.SAME_NUMBER` and so on.
    public enum Reason {
        SAME_NUMBER,
        SAME_NAME,
        SOUNDS_ALIKE,
        SPELLED_ALIKE,
        ORDER_SWAPPED,
        ALIAS,
        SAME_BIRTH_YEAR,
        BIRTH_YEAR_ONE_APART,
        SAME_CITIZENSHIP
    }

    public Candidate {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("A candidate has a reason");
        }
        reasons = java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(reasons));
    }
}
