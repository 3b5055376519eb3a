package se.ledfyr.statistics;

import java.util.List;
import java.util.Set;

/// A table with its numbers, and what a reader must know about whose they are.
///
/// @param reach whether the numbers are those of the whole country or of the own organisation
/// @param years all years that can be asked for, also those left out by the selection
/// @param finalYears the years that are closed; all others are preliminary
public record Figures(
        PublishedTable table,
        Selection selection,
        Reach reach,
        List<Integer> years,
        Set<Integer> finalYears,
        List<Cell> cells) {

    /// How far numbers reach.
    public enum Reach {
        COUNTRY,
        OWN_ORGANISATION
    }

    public Figures {
        years = List.copyOf(years);
        finalYears = Set.copyOf(finalYears);
        cells = List.copyOf(cells);
    }
}
