package se.ledfyr.statistics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bar chart, ready to be written as SVG: one drawing a block of the table.
///
/// Lengths across are percent of the drawing's width, lengths down are pixels: the bars follow the width of the
/// page while letters keep their size.
///
/// @param complete false when lines or years of the table are left out
public record BarChart(List<Drawing> drawings, boolean complete) {

    public BarChart {
        drawings = List.copyOf(drawings);
    }

    /// @param heading null when there is one drawing only
    /// @param height of the drawing
    /// @param indent pixels in front of the bars, where the years stand
    /// @param zero where the axis stands
    public record Drawing(
            @Nullable String heading,
            int height,
            int indent,
            String zero,
            List<Tick> ticks,
            List<Label> labels,
            List<Bar> bars) {

        public Drawing {
            ticks = List.copyOf(ticks);
            labels = List.copyOf(labels);
            bars = List.copyOf(bars);
        }
    }

    /// A line across the drawing with its number under it.
    public record Tick(String x, String text) {}

    /// The name of a category, above its bars.
    public record Label(int y, String text) {}

    /// One number.
    ///
    /// @param year written in front of the bar
    /// @param number written behind it; empty where there is none
    /// @param shade opacity, so that years can be told apart without colour; the newest is the darkest
    public record Bar(int y, String year, String number, String x, String width, String end, String shade) {}
}
