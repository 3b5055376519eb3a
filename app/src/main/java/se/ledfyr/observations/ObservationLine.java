package se.ledfyr.observations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a table of observations; about at least ten people.
///
/// @param group a kind of authority, or empty
/// @param code of the line in its list; empty where an authority belongs to no municipality; [#FEW] for what was put
/// together
/// @param values one for each measure of the table; null where it would be about few people
public record ObservationLine(String group, String code, List<@Nullable Integer> values) {

    /// The code of what is too little to stand alone.
    public static final String FEW = "few";

    public ObservationLine {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
