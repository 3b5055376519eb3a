package se.ledfyr.reports.web;

import java.util.List;
import se.ledfyr.reports.Part;

/// A drawing of an exhibit, ready to be written as SVG. Lengths across are percent of the width,
/// lengths down pixels: it follows the width of the page while letters keep their size.
///
/// @param unit what its numbers count, in words
/// @param legend what the shapes mean; empty where there is one kind only
/// @param labels names of categories
/// @param shapes bars, parts or columns
public record Chart(Part.Kind kind, String unit, int height, List<Key> legend, List<Label> labels, List<Shape> shapes) {

    public Chart {
        legend = List.copyOf(legend);
        labels = List.copyOf(labels);
        shapes = List.copyOf(shapes);
    }

    /// @param fill number of the pattern, 1 or more
    public record Key(int fill, String text) {}

    /// @param x percent of the width
    public record Label(String x, int y, String text) {}

    /// A rectangle with its number.
    ///
    /// @param fill number of the pattern, 1 or more
    /// @param numberX percent of the width
    /// @param shown whether there is room for the number
    public record Shape(
            int fill,
            String x,
            int y,
            String width,
            int height,
            String numberX,
            int numberY,
            boolean shown,
            Shown number) {}
}
