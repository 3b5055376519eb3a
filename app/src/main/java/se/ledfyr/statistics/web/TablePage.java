package se.ledfyr.statistics.web;

import java.util.List;
import java.util.Optional;
import se.ledfyr.pages.Option;
import se.ledfyr.statistics.Figures;
import se.ledfyr.statistics.PrintedBeside;

/// Everything the page of one table shows.
///
/// @param unit what the numbers count
/// @param years the years that can be chosen, marked preliminary or final
/// @param region name of the chosen region, if one is chosen
/// @param breaks why years that could be shown do not stand beside each other, in words
/// @param csv address of the same numbers as a file
/// @param printed what reports print otherwise
public record TablePage(
        Figures figures,
        PrintedTable table,
        BarChart chart,
        String unit,
        List<YearMark> years,
        List<Option> yearOptions,
        List<Option> regionOptions,
        Optional<String> region,
        List<String> breaks,
        String csv,
        List<PrintedBeside> printed) {

    public TablePage {
        years = List.copyOf(years);
        breaks = List.copyOf(breaks);
        yearOptions = List.copyOf(yearOptions);
        regionOptions = List.copyOf(regionOptions);
        printed = List.copyOf(printed);
    }

    /// @param isFinal whether the year is closed
    public record YearMark(int year, boolean isFinal) {}
}
