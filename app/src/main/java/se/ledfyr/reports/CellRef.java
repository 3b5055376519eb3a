package se.ledfyr.reports;

import java.util.List;
import se.ledfyr.statistics.Unit;

/// Names one number of a table within a year: everything that tells it from the others there.
///
/// @param codes one for each of the table's dimensions but the year and the group case; [#EACH]
/// where all codes of a dimension are added up
public record CellRef(String table, List<String> codes, Unit unit) {

    /// Stands for all codes of a dimension together.
    public static final String EACH = "*";

    public CellRef {
        codes = List.copyOf(codes);
    }

    /// The name as it stands in the page: `civil_form|labour|answers`.
    public String text() {
        return table + "|" + String.join("|", codes) + "|" + unit.code();
    }

    boolean isSum() {
        return codes.contains(EACH);
    }
}
