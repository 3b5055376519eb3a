package se.ledfyr.statistics.web;

import java.util.List;

/// A table whose cells have changed since its year was closed, as the page shows it.
public record RevisedCells(String title, List<Line> lines) {

    public RevisedCells {
        lines = List.copyOf(lines);
    }

    /// @param then empty where there was no number
    /// @param now empty where there is none
    public record Line(String cell, String unit, String then, String now) {}
}
