package se.ledfyr.reports;

import java.util.Optional;
import java.util.Set;

/// Which codes of a table are no category among others.
///
/// @param code the one that the others are parts of: what is missing to it is told too
/// @param aside further codes that are counted across the others
public record Whole(Optional<String> code, Set<String> aside) {

    static final Whole NONE = new Whole(Optional.empty(), Set.of());

    public Whole {
        aside = Set.copyOf(aside);
    }

    /// Whether a code is a category like the others.
    public boolean isCategory(String other) {
        return !aside.contains(other) && !code.equals(Optional.of(other));
    }
}
