package se.ledfyr.reports;

import java.util.Optional;
import se.ledfyr.statistics.Dimension;

/// What a place in a text stands for: one cell of a table, or the name of what is largest in one.
///
/// @param cell for the largest, the cell with [CellRef#EACH] where its name is asked for
/// @param largest the dimension whose largest code is named
public record Binding(CellRef cell, Optional<Dimension> largest) {}
