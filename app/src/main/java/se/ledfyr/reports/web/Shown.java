package se.ledfyr.reports.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ledfyr.reports.Few;

/// One number as it is shown.
///
/// @param cell name of the cell it comes from
/// @param number as the language writes it; a dash where there is none
/// @param after what stands behind it, such as a sign for percent; empty for nothing
/// @param base what a share or mean was divided by; null for a count
/// @param few why it tells of few people; empty where it does not
public record Shown(
        String cell, String number, String after, @Nullable String base, Set<Few> few) {

    public Shown {
        few = Set.copyOf(few);
    }

    /// Where the number stands in the page.
    public String anchor() {
        return anchor(cell);
    }

    static String anchor(String cell) {
        return "c-" + cell.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
