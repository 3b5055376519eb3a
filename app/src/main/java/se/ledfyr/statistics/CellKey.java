package se.ledfyr.statistics;

import java.util.Arrays;
import java.util.List;

/// Names one cell of a table within a year.
///
/// @param codes the codes of the table's further dimensions, joined by `/`, which stands in no code
record CellKey(String codes, Unit unit) {

    private static final String JOINT = "/";

    static CellKey of(PublishedTable table, Cell cell) {
        List<String> further =
                cell.codes().subList(table.yearColumns(), cell.codes().size());
        return new CellKey(String.join(JOINT, further), cell.unit());
    }

    List<String> split() {
        return codes.isEmpty() ? List.of() : Arrays.asList(codes.split(JOINT, -1));
    }
}
