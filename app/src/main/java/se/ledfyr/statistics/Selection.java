package se.ledfyr.statistics;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which part of a table is asked for.
///
/// @param years empty for every year that occurs
/// @param region one police region, or the whole
public record Selection(Set<Integer> years, Optional<String> region) {

    /// Everything there is.
    public static final Selection ALL = new Selection(Set.of(), Optional.empty());

    public Selection {
        years = java.util.Collections.unmodifiableSet(new TreeSet<>(years));
    }

    public static Selection ofYear(int year) {
        return new Selection(Set.of(year), Optional.empty());
    }
}
