package se.ledfyr.statistics;

import java.util.Collection;
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

    /// What keeps years of the table apart, the latest first; nothing while only one is shown, and for tables that are
    /// about no questionnaire.
    public List<Break> breaks() {
        return Comparability.of(table).breaks(shownYears());
    }

    /// The same without the cells that cannot stand beside later ones.
    public Figures besideEachOther() {
        List<Cell> beside = Comparability.of(table).besideEachOther(cells);
        return new Figures(table, selection, reach, years, finalYears, beside);
    }

    /// The years asked for, or all.
    private Collection<Integer> shownYears() {
        return selection.years().isEmpty() ? years : selection.years();
    }

    public Figures {
        years = List.copyOf(years);
        finalYears = Set.copyOf(finalYears);
        cells = List.copyOf(cells);
    }
}
