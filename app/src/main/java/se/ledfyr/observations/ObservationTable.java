package se.ledfyr.observations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of observations in one year.
///
/// @param lines empty where nothing happened, and likewise where it happened to so few that nothing is told
public record ObservationTable(Observed what, List<ObservationLine> lines) {

    public ObservationTable {
        lines = List.copyOf(lines);
    }

    static ObservationTable of(Observed what, List<Happening> happenings) {
        return new ObservationTable(
                what,
                Floors.parts(happenings).stream().map(part -> line(what, part)).toList());
    }

    private static ObservationLine line(Observed what, Floors.Part part) {
        List<@Nullable Integer> values = new ArrayList<>();
        what.measures().forEach(measure -> values.add(measure.of(part.happenings())));
        return new ObservationLine(part.group(), part.code(), values);
    }
}
