package se.ledfyr.statistics;

import java.util.List;
import java.util.Set;

/// Who is counted: the rows of a source for which every condition holds.
public record Population(String id, Bilingual title, Source source, List<Condition> where) {

    private static final String KIND = "organisation_kind";

    public Population {
        where = List.copyOf(where);
        where.forEach(condition -> source.typeOf(condition.column()));
        if (where.stream()
                .noneMatch(condition -> condition.column().equals(KIND) && condition instanceof Condition.Is)) {
            throw new IllegalArgumentException("a population says whose rows it counts: organisation_kind");
        }
    }

    /// The kinds of organisations whose rows are counted.
    ///
    /// @throws IllegalStateException when the population does not say
    Set<String> organisationKinds() {
        return where.stream()
                .filter(condition -> condition.column().equals(KIND) && condition instanceof Condition.Is)
                .map(Condition.Is.class::cast)
                .findFirst()
                .map(is -> Set.copyOf(is.values()))
                .orElseThrow(() -> new IllegalStateException("Population %s names no kind".formatted(id)));
    }
}
