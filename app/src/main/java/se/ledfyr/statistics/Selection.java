package se.ledfyr.statistics;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which part of a table is asked for.
///
/// @param years empty for every year that occurs
/// @param region one police region, or the whole
/// @param without a group case that is left out altogether, whatever a table says about larger
/// groups; for what nobody publishes as it stands. Only where rows know their group case
public record Selection(Set<Integer> years, Optional<String> region, Optional<String> without) {

    static final String GROUP_CASE = "group_case";

    /// Everything there is.
    public static final Selection ALL = new Selection(Set.of(), Optional.empty());

    public Selection {
        years = java.util.Collections.unmodifiableSet(new TreeSet<>(years));
    }

    public Selection(Set<Integer> years, Optional<String> region) {
        this(years, region, Optional.empty());
    }

    public static Selection ofYear(int year) {
        return new Selection(Set.of(year), Optional.empty());
    }
}
